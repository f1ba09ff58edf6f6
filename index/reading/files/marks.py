"""The first bytes of files, by which their kind is known whatever they are called."""

from __future__ import annotations

PDF_MARK = b"%PDF-"
PDF_MARK_WITHIN_BYTES = 1024  # readers accept the mark anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1)
ZIP_MARK = b"PK\x03\x04"
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of Word, Excel and PowerPoint up to 2003, and of WPS
RTF_MARK = b"{\\rtf"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")  # the stream of an OLE file that holds a locked DOCX
