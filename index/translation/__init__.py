"""Chinese papers in English: what is translated, the memory of translations, and English made from it and the glossary."""
