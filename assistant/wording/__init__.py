"""Answers put into words, in Chinese and English."""
