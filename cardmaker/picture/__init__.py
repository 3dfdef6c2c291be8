"""Picture files in, drawables out: vector artwork from SVG, and PNG and JPEG made ready to embed."""
