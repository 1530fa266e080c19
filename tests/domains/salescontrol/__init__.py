"""Tests of sales control."""
