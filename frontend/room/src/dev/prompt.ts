import type { Lang, Prompt, PromptedSentence } from "../contract/types";
import { REMARKS } from "./story";

/** Remarks as a speaker reads them from the prompter. The sentences are invented. */
export function drawnPrompt(speaker: 1 | 2, kind: string, place: number | null): Prompt {
  const [language, reader]: [Lang, Lang] = speaker === 1 ? ["ko", "vi"] : ["vi", "ko"];
  const pairs: [string, string | null][] = kind === "long" ? (speaker === 1 ? LONG_KOREAN : LONG_VIETNAMESE) : REMARKS[speaker].map((texts, index) => [texts[language], index === 3 ? null : texts[reader]]);
  const segments = kind === "empty" ? [] : pairs.map(([text, rendition], index) => sentence(index, text, rendition, language, reader));
  return { item: kind === "empty" ? null : 11, language, reader, place, segments };
}

function sentence(index: number, text: string, rendition: string | null, language: Lang, reader: Lang): PromptedSentence {
  const approved = { lang: reader, text: rendition ?? "", translated: true, origin: "human" as const, engine: null, reviewer: reader === "vi" ? "Cán bộ lễ tân Quảng Nam" : "오산시 의전 담당", approvedOn: "2021-09-15", sample: true };
  const original = { lang: language, text, translated: false, origin: "original" as const, engine: null, reviewer: null, approvedOn: null, sample: true };
  return { id: index + 1, position: index + 1, text, reads: rendition === null ? original : approved };
}

const LONG_KOREAN: [string, string | null][] = [
  ["존경하는 레 찌 타인 꽝남성 인민위원회 위원장님, 그리고 대표단 여러분, 안녕하십니까.", "Kính thưa ngài Lê Trí Thanh, Chủ tịch Ủy ban nhân dân tỉnh Quảng Nam, cùng toàn thể quý vị đại biểu."],
  ["오산시장 곽상욱입니다.", "Tôi là Kwak Sang-wook, Thị trưởng thành phố Osan."],
  [
    "2004년 3월 10일 자매결연을 맺은 뒤로 오산시와 꽝남성은 행정과 문화, 청소년과 체육, 농업과 관광에 이르기까지 열일곱 해 동안 서로의 도시를 오가며 우정을 쌓아 왔고, 그 길에서 만난 한 분 한 분의 얼굴을 저는 지금도 또렷이 기억하고 있습니다.",
    "Kể từ ngày 10 tháng 3 năm 2004, thành phố Osan và tỉnh Quảng Nam đã vun đắp tình hữu nghị suốt mười bảy năm trong các lĩnh vực hành chính, văn hóa, thanh thiếu niên, thể thao, nông nghiệp và du lịch; đến nay tôi vẫn nhớ rõ từng gương mặt đã gặp trên chặng đường ấy.",
  ],
  ["코로나19로 직접 뵙지 못하지만, 화면으로나마 인사드리게 되어 매우 기쁩니다.", "Dù chưa thể gặp trực tiếp vì dịch COVID-19, tôi rất vui mừng được gửi lời chào đến quý vị qua màn hình."],
  ["지난해 9월에는 함께 이겨 내자는 뜻으로 응원 영상을 보내 드렸습니다.", null],
  ["감사합니다.", "Xin chân thành cảm ơn."],
];

const LONG_VIETNAMESE: [string, string | null][] = [
  ["Kính thưa ngài Thị trưởng Kwak Sang-wook và các vị đại biểu thành phố Osan!", "존경하는 곽상욱 오산시장님, 그리고 오산시 대표단 여러분!"],
  ["Thay mặt lãnh đạo và nhân dân tỉnh Quảng Nam, tôi xin gửi tới quý vị lời chào trân trọng nhất.", "꽝남성 지도부와 주민을 대표하여 정중한 인사를 드립니다."],
  [
    "Trong suốt mười bảy năm qua, kể từ khi hai địa phương ký kết quan hệ kết nghĩa ngày 10 tháng 3 năm 2004, lãnh đạo và nhân dân TP. ĐÀ NẴNG, tỉnh Quảng Nam cùng thành phố Osan đã thường xuyên thăm hỏi, chia sẻ kinh nghiệm và giúp đỡ lẫn nhau trong những lúc khó khăn nhất, nhất là trong hai năm đại dịch vừa qua.",
    "2004년 3월 10일 자매결연 이래 열일곱 해 동안 두 지역은 서로 찾아보고 경험을 나누었으며, 특히 지난 두 해의 어려움 속에서 서로를 도왔습니다.",
  ],
  ["Tôi tin rằng cuộc gặp hôm nay sẽ mở ra một chương mới cho tình hữu nghị giữa hai địa phương.", null],
  ["Xin chân thành cảm ơn.", "감사합니다."],
];
