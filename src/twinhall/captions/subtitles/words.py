"""The words that subtitles say of themselves, in the viewer's language."""

import re

NAMED = re.compile(r"\s?[(（]\{engine\}[)）]")
RECOGNISED, ORIGINAL, MACHINE = "recognised", "original", "machine"

LABELS = {
    "ko": {RECOGNISED: "[음성 인식]", ORIGINAL: "[원문]", MACHINE: "[기계 번역]"},
    "vi": {RECOGNISED: "[máy ghi]", ORIGINAL: "[nguyên văn]", MACHINE: "[máy dịch]"},
    "ja": {RECOGNISED: "［音声認識］", ORIGINAL: "［原文］", MACHINE: "［機械翻訳］"},
    "en": {RECOGNISED: "[auto]", ORIGINAL: "[original]", MACHINE: "[machine]"},
}

NOTES = {
    "ko": {
        "script": "표시가 없는 자막은 낭독된 원고의 문장, 또는 승인된 번역문입니다.",
        RECOGNISED: "[음성 인식] 자막은 기계({engine})가 음성을 인식한 것이며, 사람이 확인하지 않았습니다.",
        ORIGINAL: "[원문] 자막은 승인된 번역이 없어 말한 언어 그대로 보입니다.",
        MACHINE: "[기계 번역] 자막은 기계({engine})가 번역한 것이며, 사람이 확인하지 않았습니다.",
    },
    "vi": {
        "script": "Phụ đề không có nhãn là câu trong bài phát biểu đã được đọc, hoặc bản dịch đã duyệt.",
        RECOGNISED: "Phụ đề [máy ghi] do máy ({engine}) nhận dạng từ giọng nói, chưa có người kiểm tra.",
        ORIGINAL: "Phụ đề [nguyên văn] giữ nguyên ngôn ngữ người nói vì chưa có bản dịch được duyệt.",
        MACHINE: "Phụ đề [máy dịch] do máy ({engine}) dịch, chưa có người kiểm tra.",
    },
    "ja": {
        "script": "印のない字幕は、読み上げられた原稿の文、または承認された訳文です。",
        RECOGNISED: "［音声認識］の字幕は機械（{engine}）が音声を認識したもので、人の確認を受けていません。",
        ORIGINAL: "［原文］の字幕は、承認された訳文がないため話された言語のまま表示しています。",
        MACHINE: "［機械翻訳］の字幕は機械（{engine}）が訳したもので、人の確認を受けていません。",
    },
    "en": {
        "script": "Subtitles without a label are the remarks as read out, or their approved translation.",
        RECOGNISED: "Subtitles with [auto] were recognised by a machine ({engine}) and checked by nobody.",
        ORIGINAL: "Subtitles with [original] stay in the language spoken: they have no approved translation.",
        MACHINE: "Subtitles with [machine] were translated by a machine ({engine}) and checked by nobody.",
    },
}


def label(what: str, language: str) -> str:
    """Return the label of a text that is not approved text of its language, with a blank behind."""
    return LABELS.get(language, LABELS["en"])[what] + " "


def note(what: str, language: str, engine: str) -> str:
    """Return what a header says of the subtitles of one origin. engine: "" if it is told elsewhere."""
    told = NOTES.get(language, NOTES["en"])[what]
    return told.replace("{engine}", engine) if engine else NAMED.sub("", told)
