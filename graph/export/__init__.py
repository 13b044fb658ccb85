"""Works and graphs as the files of other programs. Every function is pure: answers in, text or bytes out."""
