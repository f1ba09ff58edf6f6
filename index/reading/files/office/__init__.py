"""Files of office programs beside DOCX: old formats through LibreOffice, spreadsheets, slides, OFD."""
