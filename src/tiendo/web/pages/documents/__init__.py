"""The register of all documents, and the chain of what each rests on."""
