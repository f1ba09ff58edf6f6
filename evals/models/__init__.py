"""Stand-ins for language models: a server of the OpenAI protocol whose answers and faults are chosen."""
