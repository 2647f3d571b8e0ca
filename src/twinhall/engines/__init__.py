"""Outside engines, one file each, behind the ports in `twinhall.captions.ports`. `registry` alone knows their names."""
