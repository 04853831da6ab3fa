"""How lists of bodies are cut: the text, the names, and what is left behind the list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.extraction.bodies import read_bodies, read_body
from tiendo.extraction.body_words import MODIFIERS, NAMED_HEADS, SECTORS, SEPARATORS
from tiendo.extraction.words import Phrases

LISTS = [
    # commas and "và" inside names
    ("Sở Văn hóa, Thể thao và Du lịch chủ trì", ["Sở Văn hóa, Thể thao và Du lịch"]),
    ("Sở Kế hoạch và Đầu tư, Sở Tài chính thẩm định", ["Sở Kế hoạch và Đầu tư", "Sở Tài chính"]),
    ("Sở Lao động - Thương binh và Xã hội tổng hợp", ["Sở Lao động - Thương binh và Xã hội"]),
    ("Bộ Nông nghiệp và Môi trường và Bộ Xây dựng rà soát", ["Bộ Nông nghiệp và Môi trường", "Bộ Xây dựng"]),
    ("Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh giám sát", ["Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh"]),
    ("Uỷ ban nhân dân tỉnh, Toà án nhân dân tỉnh thực hiện", ["Uỷ ban nhân dân tỉnh", "Toà án nhân dân tỉnh"]),
    # collectives
    ("các sở, ban, ngành, UBND các huyện, thành phố triển khai", ["các sở, ban, ngành", "UBND các huyện, thành phố"]),
    ("Các Bộ, cơ quan và địa phương liên quan nghiên cứu", ["Các Bộ, cơ quan và địa phương liên quan"]),
    ("các cấp, các ngành, các huyện, thị xã phối hợp", ["các cấp", "các ngành", "các huyện, thị xã"]),
    ("cấp ủy, chính quyền địa phương lãnh đạo", ["cấp ủy, chính quyền địa phương"]),
    ("lực lượng quân đội, công an, dân quân tự vệ giúp", ["lực lượng quân đội", "công an", "dân quân tự vệ"]),
    ("từng sở, ngành, các chủ đầu tư, nhà thầu thi công cam kết",
     ["từng sở, ngành", "các chủ đầu tư", "nhà thầu thi công"]),
    ("UBND CÁC XÃ, PHƯỜNG", ["UBND CÁC XÃ, PHƯỜNG"]),
    ("Thủ trưởng các Sở, Ban, Ngành tỉnh rà soát", ["Thủ trưởng các Sở, Ban, Ngành tỉnh"]),
    ("các Sở, Ban Dân tộc rà soát", ["các Sở", "Ban Dân tộc"]),
    ("Thủ trưởng cơ quan, đơn vị liên quan rà soát", ["Thủ trưởng cơ quan, đơn vị liên quan"]),
    ("các đơn vị, tổ chức, cá nhân có liên quan thi hành", ["các đơn vị, tổ chức, cá nhân có liên quan"]),
    ("UBND các tỉnh từ Nghệ An đến Phú Yên trực ban", ["UBND các tỉnh từ Nghệ An đến Phú Yên"]),
    # offices, titles in capitals
    ("Thường trực Ban chỉ huy phòng chống thiên tai chỉ đạo", ["Thường trực Ban chỉ huy phòng chống thiên tai"]),
    ("Ban Tuyên giáo và Dân vận Tỉnh ủy hướng dẫn", ["Ban Tuyên giáo và Dân vận Tỉnh ủy"]),
    ("Bộ trưởng các Bộ: Y tế, Công an, Nông nghiệp và Môi trường; Chủ tịch UBND các tỉnh kiểm tra",
     ["Y tế", "Công an", "Nông nghiệp và Môi trường", "Chủ tịch UBND các tỉnh"]),
    ("UBND TỈNH VỀ VIỆC ĐẨY MẠNH XUẤT KHẨU", ["UBND TỈNH"]),
    ("Bộ Nội vụ - Bộ Tài chính hướng dẫn", ["Bộ Nội vụ", "Bộ Tài chính"]),
    # lists of bare names
    ("các tỉnh Nghệ An, Hà Tĩnh và Quảng Trị khẩn trương", ["các tỉnh Nghệ An", "Hà Tĩnh", "Quảng Trị"]),
    ("các Bộ: Tài chính, Nội vụ xem xét", ["Tài chính", "Nội vụ"]),
    ("Giám đốc các Sở: Y tế, Văn hóa, Thể thao và Du lịch chịu trách nhiệm",
     ["Y tế", "Văn hóa, Thể thao và Du lịch"]),
    ("Thành phố Cần Thơ, tỉnh Vĩnh Long đẩy nhanh", ["Thành phố Cần Thơ", "tỉnh Vĩnh Long"]),
    # longer names, where verbs stand in them
    ("Ban Quản lý dự án đầu tư xây dựng huyện Bắc Hà đôn đốc", ["Ban Quản lý dự án đầu tư xây dựng huyện Bắc Hà"]),
    ("Trung tâm Kiểm soát bệnh tật tỉnh giám sát", ["Trung tâm Kiểm soát bệnh tật tỉnh"]),
    ("các đơn vị sự nghiệp công lập tự chủ", ["các đơn vị sự nghiệp công lập"]),
    ("Kho bạc Nhà nước khu vực VI, Thuế tỉnh đối chiếu", ["Kho bạc Nhà nước khu vực VI", "Thuế tỉnh"]),
    ("Tổng công ty Cảng hàng không Việt Nam (ACV) thi công", ["Tổng công ty Cảng hàng không Việt Nam (ACV)"]),
    # people and titles
    ("đồng chí Bộ trưởng Bộ Giáo dục và Đào tạo kiểm tra", ["Bộ trưởng Bộ Giáo dục và Đào tạo"]),
    ("Chánh Văn phòng UBND tỉnh; Chủ tịch UBND các xã, phường chịu",
     ["Chánh Văn phòng UBND tỉnh", "Chủ tịch UBND các xã, phường"]),
    # verbs that no list knows end a name that is complete
    ("Sở Công Thương lên phương án", ["Sở Công Thương"]),
    ("Ủy ban nhân dân các huyện, thành phố nghĩ cách", ["Ủy ban nhân dân các huyện, thành phố"]),
]  # fmt: skip

NO_BODIES = [
    "Ban hành kế hoạch",
    "Tổ chức thực hiện tốt",
    "Bộ máy hành chính",
    "Hội nghị tổng kết",
    "Phòng, chống thiên tai",
    "các dự án trọng điểm",
    "cấp có thẩm quyền phê duyệt",
    "Trung ương cho phép",
    "",
]


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_a_list_is_cut_between_bodies_only(text: str, names: list[str]) -> None:
    found = read_bodies(text)
    assert found is not None
    assert list(found.names) == names


@pytest.mark.parametrize("text", NO_BODIES)
def test_what_only_begins_like_a_body_is_none(text: str) -> None:
    assert read_bodies(text) is None


def test_the_list_says_where_it_ends() -> None:
    text = "Giao Sở Tài chính, Sở Nội vụ tham mưu"
    found = read_bodies(text, len("Giao "))
    assert found is not None
    assert text[found.start : found.end] == "Sở Tài chính, Sở Nội vụ"


def test_one_body_can_be_read_without_its_list() -> None:
    found = read_body("Bộ Tài chính, Bộ Nội vụ")
    assert found is not None
    assert found.names == ("Bộ Tài chính",)


def test_names_wrapped_over_lines_get_single_blanks() -> None:
    found = read_bodies("Sở Khoa học\n  và Công nghệ chủ trì")
    assert found is not None
    assert found.names == ("Sở Khoa học và Công nghệ",)


def words_of(*sets: Phrases) -> list[str]:
    return sorted(word for phrases in sets for word in phrases.first_words)


PIECES = st.lists(
    st.sampled_from(
        [*words_of(NAMED_HEADS, MODIFIERS, SECTORS, SEPARATORS), "Sở", "Bộ", "các", "UBND", "Lào", "Cai", "(", ")", ":"]
    ),
    max_size=30,
)


@given(PIECES)
def test_any_mixture_of_its_own_words_is_read_without_fault(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read_bodies(text)
    if found is not None:
        assert found.names
        assert 0 <= found.start < found.end <= len(text)
        assert all(name in " ".join(text.split()) for name in found.names)


def test_a_list_of_thousands_is_read_to_its_end() -> None:
    text = "Sở Tài chính và " * 5000 + "Sở Nội vụ"
    found = read_bodies(text)
    assert found is not None
    assert len(found.names) == 5001
