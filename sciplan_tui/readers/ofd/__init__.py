"""OFD files: zip and XML with text at positions."""
