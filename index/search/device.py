"""Where a model of PyTorch runs, in which precision, and how many texts at once."""

from __future__ import annotations

from dataclasses import dataclass

CPU_TEXTS, GPU_TEXTS = 32, 64
"""A processor encoded 8 at once a fifth slower than 32, and 64 as fast (MiniLM of 6 layers, passages of the plans, processor
time on a machine with other work); a GPU has room for more."""


@dataclass(frozen=True, slots=True)
class Device:
    """`name` is PyTorch's, `dtype` the precision of weights; `batch_texts` go through a model at once."""

    name: str
    batch_texts: int
    dtype: str


def device() -> Device:
    """The GPU where there is one.

    NVIDIA's compute several times as fast in 16 bits, in which vectors are kept anyway. A processor is slower in them, and
    on other kinds of device some models do not run in them.
    """
    from sentence_transformers.util import get_device_name

    return running_on(get_device_name())


def running_on(name: str) -> Device:
    """How models run on a device of that name."""
    dtype = "float16" if name.startswith("cuda") else "float32"
    return Device(name, CPU_TEXTS if name == "cpu" else GPU_TEXTS, dtype)
