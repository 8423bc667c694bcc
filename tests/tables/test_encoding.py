"""Detection of encodings without a byte order mark, and warnings about doubtful ones."""

import io
from pathlib import Path

import pytest

from seqtui.corpora import load_corpus
from seqtui.tables.encoding import detect_encoding, is_mojibake

SENTENCES = {
    "cp1252": "Le film était très beau, l’été dernier à la plage. Ça m’a plu, même si c’était long.",
    "latin-1": "Der Film war schön, aber die Länge hat mich gestört. Außerdem überzeugte sie nicht völlig.",
    "cp1250": "Ten film był świetny, choć trochę za długi. Główna bohaterka była przekonująca.",
    "iso8859-2": "Film byl velmi pěkný, ale příliš dlouhý. Hlavní hrdina mě nepřesvědčil, závěr byl špatný.",
    "cp1254": "Film çok güzeldi ama biraz uzundu. Başrol oyuncusu inandırıcı değildi.",
    "cp1253": "Η ταινία ήταν πολύ καλή αλλά λίγο μεγάλη. Ο πρωταγωνιστής δεν με έπεισε.",
    "cp1251": "Отличный фильм, смотрел два раза. Но концовка разочаровала, и актёры играли плохо.",
    "koi8-r": "Отличный фильм, смотрел два раза. Но концовка разочаровала, и актёры играли плохо.",
    "cp866": "Отличный фильм, смотрел два раза. Но концовка разочаровала, и актёры играли плохо.",
    "cp949": "이 영화는 정말 재미있었어요. 하지만 조금 길었고 결말이 아쉬웠습니다.",
    "cp932": "この映画はとても面白かったです。でも少し長くて、結末は残念でした。",
    "euc-jp": "この映画はとても面白かったです。でも少し長くて、結末は残念でした。",
    "gb18030": "这部电影非常好看，但是有点长，结尾让人失望。",
    "big5": "這部電影非常好看，但是有點長，結尾讓人失望。",
    "cp1255": "הסרט היה מצוין אבל קצת ארוך. השחקן הראשי לא שכנע אותי.",
    "cp1256": "كان الفيلم رائعا لكنه طويل قليلا. الممثل الرئيسي لم يقنعني.",
    "cp874": "ภาพยนตร์เรื่องนี้ดีมาก แต่ยาวเกินไป และตอนจบน่าผิดหวัง",
    "utf-8": "Ça m’a plu. Отличный фильм. 这部电影非常好看。",
}  # fmt: skip


@pytest.mark.parametrize("encoding", SENTENCES)
def test_the_encoding_of_a_few_sentences_is_found(encoding: str) -> None:
    for times in (1, 8):
        lines = [f'"{SENTENCES[encoding]} {n}",{"good" if n % 2 else "bad"}\n' for n in range(times)]
        found = detect_encoding(io.BytesIO("".join(["text,label\n", *lines]).encode(encoding)))
        assert found.name == encoding
        if encoding != "utf-8":
            assert found.example is not None
            assert found.example.split()[0] in SENTENCES[encoding]


def test_a_few_words_are_enough_for_another_script(tmp_path: Path) -> None:
    for encoding, texts in (
        ("cp1251", ("суп был ужасно", "суп был вкусно")),
        ("gb18030", ("服务讨厌", "服务满意")),
    ):
        lines = ["text,label", *(f"{texts[n % 2]} {n},{n % 2}" for n in range(60))]
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes("\n".join(lines).encode(encoding))
        corpus = load_corpus(str(path))
        assert f"encoding {encoding} (as in '{texts[0].split()[0]}" in corpus.findings.layout
        assert all(text.startswith(texts) for text in corpus.train.texts)


def test_garbled_text_causes_a_warning_and_doubtful_text_is_read_as_latin_1(tmp_path: Path) -> None:
    path = tmp_path / "garbled.csv"
    lines = ["text,label", *(f"trÃ¨s bien, c'est Ã§a {n},{n % 2}".replace(",", ";", 1) for n in range(60))]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert any(
        line.startswith("warning: ") and "'trÃ¨s'" in line for line in load_corpus(str(path)).findings.lines()
    )
    single = b"text,label\n" + b"".join(b"good \xe9\xe8 %d,%d\n" % (n, n % 2) for n in range(60))
    found = detect_encoding(io.BytesIO(single))
    assert found.name == "latin-1"


def test_mojibake_is_recognized() -> None:
    assert all(map(is_mojibake, ("trÃ¨s", "itâ€™s")))
    assert not any(map(is_mojibake, ("très", "it’s", "ok", "фильм")))
