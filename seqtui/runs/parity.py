"""How an exported file compares with its network, and one in 8 bits with the one that it was made from."""

import msgspec


class Parity(msgspec.Struct, frozen=True, kw_only=True):
    """What the verification of an exported file found, on test reviews.

    Args:
        model: The file.
        reviews: How many reviews both sides have scored.
        max_abs_difference: From the network's, of any label's probability.
        label_agreement: Share of the reviews that get the same label from both.
        accuracy_keras: The network's, on these reviews.
        accuracy_onnx: The file's, on these reviews.
        milliseconds_keras: For one review, from text to score; median.
        milliseconds_onnx: The same through the file.
        reviews_per_second: Through the file, many at once.
        company_difference: How far a score moves between a review alone and among others, at most.
        megabytes: The file's size.
        verified: Whether the file passed.
        complaint: Why not.
        whole: The same of the file with weights of 32 bits, if this one has them in 8.
    """

    model: str
    reviews: int
    max_abs_difference: float
    label_agreement: float
    accuracy_keras: float
    accuracy_onnx: float
    milliseconds_keras: float
    milliseconds_onnx: float
    reviews_per_second: float
    company_difference: float
    megabytes: float
    verified: bool
    complaint: str | None = None
    whole: "Parity | None" = None

    def rows(self) -> list[tuple[str, ...]]:
        """The report as a table: headings, then a line each; the network first, then the files."""
        files = [self.whole, self] if self.whole else [self]
        heads = ("onnxruntime", "in 8 bits") if self.whole else ("onnxruntime",)
        return [
            ("", "Keras", *heads),
            ("accuracy", f"{self.accuracy_keras:.2%}", *(f"{file.accuracy_onnx:.2%}" for file in files)),
            (
                "one review, median",
                f"{self.milliseconds_keras:.2f} ms",
                *(f"{file.milliseconds_onnx:.2f} ms" for file in files),
            ),
            ("largest difference", "", *(f"{file.max_abs_difference:.1e}" for file in files)),
            ("same label", "", *(f"{file.label_agreement:.2%}" for file in files)),
            ("alone or in a batch", "", *(f"{file.company_difference:.1e}" for file in files)),
            ("reviews a second", "", *(f"{file.reviews_per_second:,.0f}" for file in files)),
            ("size", "", *(f"{file.megabytes:.2f} MB" for file in files)),
        ]
