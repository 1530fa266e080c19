"""The parties outside, played over HTTP: what a provider would receive can be read, and faults switched on.

A process of its own (`prepaid sandbox`) that keeps everything in memory; never part of a production system.
"""
