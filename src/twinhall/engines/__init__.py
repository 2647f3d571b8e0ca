"""Outside engines, one file each, behind the ports of `captions`. `registry` alone knows their names."""
