"""The words that names of bodies begin with, go on with and are joined by: plain lists, by what they do.

Sources: agencies.md 6.1 to 6.5, the Government's ministries before and after the mergers of 2025, the
Party, the Front and the mass organisations, and the usual wording of assignments.
"""

from __future__ import annotations

from tiendo.extraction.words import Phrases

DETERMINERS = Phrases(
    """
    tất cả các | toàn thể các | toàn bộ các | một số | các | những | từng | mọi | mỗi | toàn thể
    """
)
"""`các sở, ban, ngành`: a plural or distributive before plain nouns."""

NAMED_HEADS = Phrases(
    """
    sở | bộ | ban | cục | chi cục | tổng cục | vụ | phòng | văn phòng | trung tâm | viện | học viện | trường
    đại học | bệnh viện | hội | đoàn | liên đoàn | tổng liên đoàn | liên hiệp | liên minh | hiệp hội | đài
    báo | tập đoàn | tổng công ty | công ty | ngân hàng | quỹ | hội đồng | ủy ban | đội | đồn | tổ | hạt
    nhà máy | cảng vụ | quân khu | quân đoàn | binh đoàn | tiểu ban | chi nhánh | đảng đoàn | ban cán sự
    cổng | công đoàn | bộ tư lệnh | bộ chỉ huy | ban chỉ huy | ban chỉ đạo | ban quản lý | ban điều phối
    ban điều hành | hợp tác xã | tổng đội | thư viện | bảo tàng | xí nghiệp
    """
)
"""Heads that a name has to follow: `Sở Tài chính`."""

COMPLETE_HEADS = Phrases(
    """
    chính phủ | quốc hội | thủ tướng chính phủ | thủ tướng | phó thủ tướng chính phủ | phó thủ tướng
    bộ chính trị | ban bí thư | chủ tịch nước | tỉnh ủy | thành ủy | huyện ủy | thị ủy | quận ủy | đảng ủy
    đảng bộ | ubnd | hđnd | tand | vksnd | ubmttq | ubmttqvn | mttq | ủy ban nhân dân | hội đồng nhân dân
    mặt trận tổ quốc | công an | bộ đội biên phòng | bộ đội | thanh tra tỉnh | thanh tra chính phủ
    thanh tra nhà nước | thanh tra thành phố | kiểm toán nhà nước | thường trực | thông tấn xã | hải quan
    bhxh | bảo hiểm xã hội | nhnn | kho bạc nhà nước | kbnn | kiểm lâm | tòa án nhân dân | tòa án
    viện kiểm sát | ngân hàng nhà nước | ban thường vụ | ban chấp hành | trung ương | tỉnh đoàn | thành đoàn
    huyện đoàn | điện lực | bưu điện | viễn thông | cấp ủy | chính quyền | hệ thống ngân hàng | nhà nước
    bộ trưởng | thứ trưởng | thống đốc | phó chủ tịch | chủ tịch | phó giám đốc | tổng giám đốc | giám đốc
    thủ trưởng | chánh văn phòng | chánh thanh tra | trưởng ban | phó trưởng ban | bí thư | tổng bí thư
    chủ nhiệm | viện trưởng | chánh án | tổng kiểm toán nhà nước | tổng thanh tra chính phủ | cục trưởng
    chi cục trưởng | hiệu trưởng | trưởng phòng | người đứng đầu | tư lệnh | chỉ huy trưởng | đoàn đại biểu
    tổ đại biểu | vpcp | acv | evn | vnpt | viettel | cục thuế | báo và phát thanh, truyền hình
    báo và phát thanh - truyền hình | cổng thông tin điện tử | thuế tỉnh | thuế thành phố | thống kê tỉnh
    thống kê thành phố | chi cục thuế | kho bạc | thi hành án dân sự tỉnh | vietnam airlines | petrovietnam
    trưởng đoàn | tổng cục trưởng | vụ trưởng | trưởng tiểu ban | lực lượng | ban tổ chức | ban tuyên giáo
    ban tuyên giáo và dân vận
    """
)
"""Heads that name a body by themselves, alone or with a place or person behind."""

FINAL_HEADS = Phrases("chính phủ|thủ tướng chính phủ|quốc hội|bộ chính trị|ban bí thư")
"""Heads that nothing but a person's name or a term of office follows."""

WHOLE_HEADS = Phrases(
    """
    ubnd | hđnd | ủy ban nhân dân | hội đồng nhân dân | chủ đầu tư | nhà đầu tư | nhà thầu | địa phương | thanh niên
    phụ nữ | quân đội | dân quân tự vệ | tỉnh ủy | thành ủy | huyện ủy | công an
    """
)
"""Heads that nothing but a place follows, so that any other word in lower case is a verb."""

NO_BODIES_ALONE = Phrases("trung ương")
"""Heads that need a name to be a body: `Trung ương Đoàn`, but not `kiến nghị Trung ương`."""

GENERIC_HEADS = Phrases(
    """
    cấp ủy | chính quyền | lực lượng | chủ đầu tư | nhà đầu tư | nhà thầu | đơn vị | cơ quan | địa phương
    doanh nghiệp | hệ thống ngân hàng | thủ trưởng | người đứng đầu | lãnh đạo | đại biểu | đoàn đại biểu
    tổ đại biểu | công an | quân đội | dân quân tự vệ | thanh niên | phụ nữ | đội ngũ | đồng bào
    nhà trường | sở | chủ tịch | giám đốc | bộ trưởng | bí thư | ban quản lý | mặt trận tổ quốc | mặt trận
    hội liên hiệp | ủy ban nhân dân | hội đồng nhân dân | ubnd | hđnd | chánh văn phòng | trưởng phòng
    công ty | tổng công ty | tập đoàn | ban chỉ đạo | tổ chức tín dụng | tổ chức chính trị
    tổ chức, cá nhân | ngành | hợp tác xã | cơ sở sản xuất | bên mời thầu | hội đồng | trung tâm
    ban thường trực | thường trực | tổ chức đoàn thể | đoàn thể | ngân hàng thương mại
    """
)
"""Nouns that name a body in lower case too: `chính quyền địa phương`, `chủ đầu tư`."""

COLLECTIVE_NOUNS = Phrases(
    """
    sở | ban | ngành | bộ | cơ quan | đơn vị | tổ chức | cá nhân | địa phương | đoàn thể | chính quyền | hội
    huyện | thị xã | thành phố | quận | xã | phường | thị trấn | đặc khu | tỉnh | cấp | chiến sỹ | chiến sĩ
    công chức | viên chức | người lao động | công nhân | biên tập viên | báo chí | cán bộ | ban ngành
    cơ sở | doanh nghiệp nhà nước | cấp huyện | cấp xã | đảng viên | hội viên | đoàn viên
    lực lượng chức năng | phó chủ tịch | phóng viên | nhà khoa học | chuyên gia | trường | bệnh viện
    ngân hàng | nông dân | phòng | thôn | bản | khu | ủy ban | thành viên | tập đoàn | tổng công ty
    quân khu | tổ chức, cá nhân
    """
)
"""Plain nouns that commas join to one collective: `các sở, ban, ngành`."""

TERRITORIES = Phrases(
    """
    tỉnh | thành phố | tp | huyện | thị xã | quận | xã | phường | thị trấn | đặc khu
    """
)
"""Kinds of places, whose name follows in capitals."""

PLACES = Phrases(
    """
    tỉnh | thành phố | tp | huyện | thị xã | quận | xã | phường | thị trấn | đặc khu | khu vực | vùng | miền | phía
    """
)
"""What may follow a name in lower case to say where: `Kho bạc Nhà nước khu vực VI`."""

MODIFIERS = Phrases(
    """
    có liên quan | liên quan | trên địa bàn | tại địa bàn | tại địa phương | ở địa phương
    tại các địa phương | ở cơ sở | tại cơ sở | ở trung ương | tại trung ương | ở nước ngoài | trong tỉnh
    trong vùng | trong hệ thống chính trị | trong khu vực | ngoài tỉnh | trong ngành | có thẩm quyền
    có chức năng | cả nước | trên cả nước | trên thế giới | trong nước | nêu trên
    từ trung ương đến địa phương | từ tỉnh đến cơ sở | trong các cơ quan | trong các đơn vị | chức năng
    cùng cấp | các cấp | chịu trách nhiệm trực tiếp | trung ương và địa phương | trên toàn quốc
    có điều kiện | trực thuộc | thuộc | tham gia bảo vệ | thi công | tư vấn | kinh doanh
    sản xuất, kinh doanh | trong phạm vi cả nước | làm nhiệm vụ | quản lý nhà nước | thường trực | ở các cấp
    ở khu dân cư | biên giới | miền núi | ven biển | vùng cao | hải đảo | đặc biệt khó khăn | khó khăn | nghèo
    các dự án | các công trình | tối cao | cấp cao | chiến lược | nước ngoài | thứ cấp | chủ quản | tình nguyện
    trung ương | nhân dân
    """
)
"""What stands behind a name and belongs to it although it begins with a small word or a verb."""

NAME_PHRASES = Phrases(
    """
    đóng quân | tổ chức cán bộ | cứu nạn | chương trình | tiếng nói | trật tự | an ninh trật tự | tự quản
    giao thông | giao dịch | giáo dục | quốc lộ | công trình | quy trình | việc làm | công lập | dân lập
    hàng không | giảm nghèo | tự nhiên | từ thiện | giáo dục thường xuyên | phòng khám | trồng trọt
    thu nhập | chi nhánh | chi hội | thông tấn | báo chí | tín dụng | khám chữa bệnh | khám, chữa bệnh
    """
)
"""Nouns of names in which a syllable looks like a verb or a small word: `công trình`, `đơn vị sự nghiệp công lập`."""

VERBAL_NAMES = Phrases(
    """
    dự án đầu tư xây dựng | đầu tư xây dựng | đầu tư phát triển | xúc tiến đầu tư | xây dựng nông thôn mới
    phát triển nông thôn | phát triển hợp tác xã | phát triển đô thị | phát triển quỹ đất
    bảo vệ môi trường | bảo vệ rừng | phòng chống thiên tai | phòng, chống thiên tai
    phòng chống tham nhũng | phòng, chống tham nhũng | phòng cháy chữa cháy | phòng cháy, chữa cháy
    phòng, chống dịch | phòng chống dịch | phòng, chống tội phạm | cải cách hành chính | chuyển đổi số
    quản lý thị trường | quản lý dự án | quản lý đất đai | quản lý khu | quản lý các khu
    kiểm soát bệnh tật | kiểm soát thủ tục hành chính | hỗ trợ phát triển | hỗ trợ đầu tư
    phục vụ hành chính công | thi hành án dân sự | thi hành án | giải phóng mặt bằng | quản lý chất lượng
    bảo tồn thiên nhiên | bảo vệ người tiêu dùng | tham gia bảo vệ an ninh | cứu hộ | tìm kiếm cứu nạn
    xúc tiến đầu tư, thương mại và du lịch | xúc tiến thương mại | thông tin và truyền thông | thông tin
    truyền thông | điều phối | đào tạo nghề | cho vay | nghiên cứu phát triển | nghiên cứu khoa học
    bảo vệ thực vật | thu phí | phổ biến, giáo dục pháp luật | phổ biến giáo dục pháp luật | điều tra
    giám định
    """
)
"""Activities that stand inside the names of offices: `Ban Quản lý dự án đầu tư xây dựng`."""

SECTORS = Phrases(
    """
    kế hoạch và đầu tư | nông nghiệp và phát triển nông thôn | nông nghiệp và môi trường
    tài nguyên và môi trường | thông tin và truyền thông | khoa học và công nghệ
    khoa học, công nghệ và môi trường | văn hóa, thể thao và du lịch
    văn hóa, thể thao, du lịch và thông tin | văn hóa và thể thao | văn hóa, thông tin
    văn hóa, khoa học và thông tin | giáo dục và đào tạo | lao động - thương binh và xã hội
    lao động, thương binh và xã hội | dân tộc và tôn giáo | dân vận và mặt trận | tuyên giáo và dân vận
    giao thông vận tải | công thương | tài chính | nội vụ | ngoại vụ | tư pháp | xây dựng | y tế
    ngoại giao | quốc phòng | công an | du lịch | quy hoạch - kiến trúc | quy hoạch và kiến trúc
    an toàn thực phẩm | kinh tế và ngân sách | văn hóa - xã hội | pháp luật và tư pháp
    khoa học, công nghệ, môi trường | công nghiệp và thương mại | nông nghiệp | môi trường | lao động
    """
)
"""The fields of ministries and departments, of which many hold a comma or an `và`."""

LOWER_NAMES = Phrases(
    """
    quản lý | chỉ đạo | chỉ huy | kiểm sát | tổ chức | tuyên giáo | tuyên truyền | điều hành | điều phối
    xây dựng | quy hoạch | thông tin | phát triển | kiểm soát | giám đốc | thường vụ | hỗ trợ | xúc tiến
    đào tạo | bảo vệ | đầu tư | thi đua | bảo tồn | thi hành án | cấp | thu | chi
    """
)
"""Verbs that may begin the name behind a head in older spelling: `Ban quản lý dự án`."""

NO_BODIES = Phrases(
    """
    ban hành | bộ máy | bộ phận | bộ tiêu chí | bộ chỉ số | bộ luật | bộ hồ sơ | bộ đề | hội nghị | hội nhập
    hội thảo | hội chợ | hội thi | hội họp | đoàn kết | báo cáo | báo chí | viện trợ | viện dẫn | trường hợp
    trường lớp | phòng ngừa | phòng chống | phòng, chống | phòng cháy | vụ việc | vụ án | vụ mùa | vụ xuân
    vụ đông | vụ hè | tổ chức | các phòng khám | cục bộ | cục diện | sở hữu | sở thích | quỹ đất | quỹ nhà
    đoàn viên | ban đầu | ban ngày | ngành nghề | các chỉ tiêu | các dự án | các công trình | các nhiệm vụ
    các giải pháp | các nội dung | các chương trình | các đề án | các hoạt động | các biện pháp
    các chính sách | các cơ chế | các quy định | các văn bản | các mục tiêu | các tiêu chí | các khoản
    các nguồn | các loại | các lĩnh vực | các vấn đề | các hình thức | các yếu tố | các điều kiện
    các khu vực | các tuyến | các mặt | các vụ việc | một số chỉ tiêu | một số nhiệm vụ | một số nội dung
    một số giải pháp | một số dự án | một số chính sách | những nội dung | những nhiệm vụ | các luật
    các nghị quyết | các nghị định | các quyết định | các kế hoạch | các chỉ thị | các thông tư
    các khó khăn | các kiến nghị | các ngày | cấp có thẩm quyền | cấp thẩm quyền | các cấp có thẩm quyền
    các cấp thẩm quyền | các bước | các đợt | các phương án | các thủ tục | các hạng mục | quỹ thời gian
    trường học | mọi mặt | mọi nguồn lực | từng bước | từng thời kỳ | từng giai đoạn | các phong trào
    xã hội hóa | xã hội | tỉnh táo | hội nghị trực tuyến | đài thọ | bộ mặt | đội hình | quỹ khen thưởng
    phòng bệnh | phòng trừ | phòng thủ | các bên | công an toàn | bộ môn | đoàn công tác | đoàn xe
    những tháng | các tháng | các năm | các xu hướng | các giá trị | các mô hình | các nền tảng
    các đối tượng | các lớp | các sản phẩm | các dịch vụ | các thông tin | các thành phần kinh tế | các nước
    các mối | các lễ | một số địa bàn
    """
)
"""What begins like a body and is none: `Ban hành`, `các dự án`."""

DOCUMENT_WORDS = Phrases(
    """
    nghị quyết | nghị định | quyết định | quy định | chỉ thị | thông tư | thông báo | kết luận | kế hoạch
    chương trình | đề án | báo cáo | tờ trình | công văn | công điện | văn bản | hướng dẫn | luật | bộ luật
    pháp lệnh | quy chế | quy hoạch | chiến lược | dự án | đại hội | hội nghị | hiến pháp | điều
    """
)
"""Kinds of documents and projects: behind `và` they do not go on with the name of a body."""

SEPARATORS = Phrases(
    """
    , và | , | ; | và | cùng với | cùng | hoặc | , nhất là | , đặc biệt là | , trong đó có | như | , như | /
    , đồng chí | ; đồng chí | và đồng chí | , cùng | & | ; và | - | –
    """
)
"""What stands between the bodies of a list."""

COURTESIES = Phrases(
    """
    đồng chí | các đồng chí | đ/c | các ông | ông | bà | các ông (bà) | các ông, bà | cho | đối với
    """
)
"""What may precede a body and is no part of its name."""
