"""What the conversion is compared with: each peer is a program of its own."""
