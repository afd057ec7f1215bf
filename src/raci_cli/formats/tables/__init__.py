"""Tables in texts: CSV, Markdown (with the HTML in it) and AsciiDoc."""
