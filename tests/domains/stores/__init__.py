"""Tests of stores and regions."""
