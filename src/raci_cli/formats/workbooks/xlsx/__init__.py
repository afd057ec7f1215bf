"""What the XML of an .xlsx says that calamine does not tell, or that must be known before it reads."""
