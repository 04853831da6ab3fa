from tiendo.documents.model import Metadata
def read_metadata(text, blocks):
    return Metadata()
