"""English words of a question that neither the glossary nor the everyday words hold: names in pinyin, general words."""
