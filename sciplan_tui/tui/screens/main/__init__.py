"""The main screen, made of parts: what is shown, asked, arranged and begun from it."""
