"""Acteurs, mandats, organes: who sat, for where, in which group, and which ministries were."""
