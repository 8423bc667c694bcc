"""Parity of an exported file with its Keras network."""

import msgspec


class Parity(msgspec.Struct, frozen=True, kw_only=True):
    """Verification report of an exported file, measured on test reviews.

    Args:
        model: Path of the exported file.
        reviews: Number of reviews scored with Keras and with onnxruntime.
        max_abs_difference: Maximum absolute difference between a probability of the file and of Keras.
        label_agreement: Fraction of the reviews with the same predicted label, 0 to 1.
        accuracy_keras: Accuracy of the Keras network, 0 to 1; unsure reviews are not counted.
        accuracy_onnx: Accuracy of the exported file, 0 to 1; unsure reviews are not counted.
        milliseconds_keras: Median latency of one review with Keras, from text to probabilities.
        milliseconds_onnx: Median latency of one review with onnxruntime.
        reviews_per_second: Throughput of onnxruntime with many reviews at once.
        batch_difference: Maximum absolute difference between the probabilities of a review scored alone and
            in a batch.
        attention_difference: Maximum absolute difference between an attention weight of the file and of
            Keras. Default: None, the network does not pool with attention.
        megabytes: Size of the file, in MB.
        verified: Whether the file passed.
        problem: Why the file did not pass. Default: None, it passed.
        float32: For an 8-bit file, the report on the float32 file that it was quantized from. Default: None.
        temperature: What the logits are divided by, in the file and in the Keras network. Default: None, they
            are not.
        threshold: Probability of the second class from which the file predicts it. Default: None, the file
            predicts the class with the highest probability.
        abstain: Half the width of the band around the threshold without a label. Default: None, no band.
        unsure: Fraction of the reviews in this band, 0 to 1. Default: None, no band.
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
    batch_difference: float = msgspec.field(name="company_difference")  # the names in stored reports
    attention_difference: float | None = None
    megabytes: float
    verified: bool
    problem: str | None = msgspec.field(default=None, name="complaint")
    float32: "Parity | None" = msgspec.field(default=None, name="whole")
    temperature: float | None = None
    threshold: float | None = None
    abstain: float | None = None
    unsure: float | None = None

    def rows(self) -> list[tuple[str, ...]]:
        """Return the report as a table: a header row, then one row per measure.

        Returns:
            Rows with the name of the measure, then the values of Keras and of one or two exported files.
        """
        files = [self.float32, self] if self.float32 else [self]
        headers = ("onnxruntime", "in 8 bits") if self.float32 else ("onnxruntime",)
        return [
            ("", "Keras", *headers),
            ("accuracy", f"{self.accuracy_keras:.2%}", *(f"{file.accuracy_onnx:.2%}" for file in files)),
            (
                "one review, median",
                f"{self.milliseconds_keras:.2f} ms",
                *(f"{file.milliseconds_onnx:.2f} ms" for file in files),
            ),
            ("largest difference", "", *(f"{file.max_abs_difference:.1e}" for file in files)),
            ("same label", "", *(f"{file.label_agreement:.2%}" for file in files)),
            *([] if self.unsure is None else [("unsure", "", *(f"{file.unsure:.2%}" for file in files))]),
            ("alone or in a batch", "", *(f"{file.batch_difference:.1e}" for file in files)),
            *self._attention_row(files),
            ("reviews per second", "", *(f"{file.reviews_per_second:,.0f}" for file in files)),
            ("size", "", *(f"{file.megabytes:.2f} MB" for file in files)),
        ]

    @staticmethod
    def _attention_row(files: "list[Parity]") -> list[tuple[str, ...]]:
        differences = [file.attention_difference for file in files]
        return (
            [("attention weights", "", *(f"{difference:.1e}" for difference in differences))]
            if None not in differences
            else []
        )
