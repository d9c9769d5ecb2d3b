"""The documents of `tests/data`, as offices make them: by python-docx, fpdf2, XlsxWriter and LibreOffice.

They are kept, so that no test needs these programs. `python -m tests.readers.documents` makes them anew, in an
environment that has python-docx, fpdf2 and xlsxwriter too, with LibreOffice (`soffice`) and a Chinese font (Debian:
`fonts-noto-cjk`) installed.
"""
