"""Files by which texts and terms travel between offices: one reader a format, one hardened opening of XML."""
