"""Convert text to word ids: tokenizer, vocabulary, encoded reviews. The ONNX graph repeats the rule."""

from seqtui.text.tokenizer import RULE, RULE_VERSION, has_token, token_spans, tokenize, word_of
from seqtui.text.vocabulary import OUT_OF_VOCABULARY, PADDING, Vocabulary

__all__ = [
    "OUT_OF_VOCABULARY", "PADDING", "RULE", "RULE_VERSION", "Vocabulary", "has_token", "token_spans",
    "tokenize", "word_of",
]  # fmt: skip
