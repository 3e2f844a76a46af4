"""The only part of the program that opens the network: official archives, into a cache."""
