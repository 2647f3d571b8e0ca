import type { AgendaItem, Caption, City, Lang, Meeting, Person, Side, Text } from "../contract/types";

/** The meeting of September 2021 as sample material for looking at the screens. The sentences are invented. */

type InLangs = Record<Lang, string>;

export function pick(texts: Partial<InLangs>, lang: Lang): Text {
  const found = (texts[lang] !== undefined ? lang : Object.keys(texts)[0]) as Lang;
  return { lang: found, text: texts[found] ?? "", origin: "human" };
}

const CITIES: { side: Side; timezone: string; short: InLangs; full: InLangs }[] = [
  {
    side: "host",
    timezone: "Asia/Seoul",
    short: { ko: "오산", vi: "Osan", ja: "烏山", en: "Osan" },
    full: { ko: "오산시", vi: "Osan", ja: "烏山市", en: "Osan City" },
  },
  {
    side: "partner",
    timezone: "Asia/Ho_Chi_Minh",
    short: { ko: "꽝남", vi: "Quảng Nam", ja: "クアンナム", en: "Quảng Nam" },
    full: { ko: "꽝남성", vi: "Quảng Nam", ja: "クアンナム省", en: "Quảng Nam Province" },
  },
];

const PEOPLE: { side: Side; role: Person["role"]; language: Lang; own: string; name: Partial<InLangs>; title: InLangs; synthetic?: boolean }[] = [
  { side: "host", role: "head", language: "ko", own: "곽상욱", name: { ko: "곽상욱", vi: "Kwak Sang-wook", ja: "クァク・サンウク", en: "Kwak Sang-wook" }, title: { ko: "오산시장", vi: "Thị trưởng thành phố Osan", ja: "烏山市長", en: "Mayor of Osan" } },
  { side: "partner", role: "head", language: "vi", own: "Lê Trí Thanh", name: { ko: "레 찌 타인", vi: "Lê Trí Thanh", ja: "レー・チー・タイン", en: "Lê Trí Thanh" }, title: { ko: "꽝남성 인민위원회 위원장", vi: "Chủ tịch UBND tỉnh Quảng Nam", ja: "クアンナム省人民委員会委員長", en: "Chairman of the People’s Committee" } },
  { side: "host", role: "officer", language: "ko", own: "한지원", name: { ko: "한지원", vi: "Han Ji-won", ja: "ハン・ジウォン", en: "Han Ji-won" }, title: { ko: "오산시 의전 담당", vi: "Cán bộ lễ tân Osan", ja: "烏山市 儀典担当", en: "Protocol officer" } },
  { side: "partner", role: "delegate", language: "vi", own: "Trần Thu Hà", name: { ko: "쩐 투 하", vi: "Trần Thu Hà", ja: "チャン・トゥー・ハー", en: "Trần Thu Hà" }, title: { ko: "꽝남성 대외협력국장", vi: "Giám đốc Sở Ngoại vụ", ja: "クアンナム省外務局長", en: "Director of Foreign Affairs" } },
  { side: "host", role: "delegate", language: "ko", own: "서민호", name: { ko: "서민호", vi: "Seo Min-ho", ja: "ソ・ミンホ", en: "Seo Min-ho" }, title: { ko: "오산시 체육과장", vi: "Trưởng phòng Thể thao Osan", ja: "烏山市体育課長", en: "Head of Sports" } },
  { side: "partner", role: "delegate", language: "vi", own: "Phạm Quốc Bảo", name: { ko: "팜 꾸옥 바오", vi: "Phạm Quốc Bảo", ja: "ファム・クオック・バオ", en: "Phạm Quốc Bảo" }, title: { ko: "꽝남성 체육국장", vi: "Giám đốc Sở Văn hóa Thể thao", ja: "クアンナム省体育局長", en: "Director of Sports" } },
  { side: "host", role: "viewer", language: "ko", own: "시청자", name: { ko: "시청자", vi: "Người xem", ja: "視聴者", en: "Viewer" }, title: { ko: "시민", vi: "Người dân", ja: "市民", en: "Citizen" } },
];

export function cities(lang: Lang): City[] {
  return CITIES.map(({ side, timezone, short, full }) => ({ side, timezone, short: pick(short, lang), full: pick(full, lang) }));
}

export function people(lang: Lang, synthetic: boolean): Person[] {
  return PEOPLE.map(({ side, role, language, own, name, title }, index) => ({
    id: index + 1,
    identity: `p${index + 1}`,
    side,
    role,
    language,
    name: pick(name, lang),
    nameOther: lang === language ? (language === "ko" ? { lang: "en", text: name.en ?? "", origin: "human" } : null) : { lang: language, text: own, origin: "original" },
    title: pick(title, lang),
    synthetic: synthetic && index === 1,
    canSpeak: role !== "viewer",
  }));
}

const ITEMS: { title: InLangs; minutes: number; mode: AgendaItem["mode"]; speakers: number[] }[] = [
  { title: { ko: "인사 말씀", vi: "Phát biểu chào mừng", ja: "挨拶", en: "Greetings" }, minutes: 10, mode: "remarks", speakers: [1, 2] },
  { title: { ko: "교류 현황 보고", vi: "Báo cáo giao lưu", ja: "交流の報告", en: "Report on the exchange" }, minutes: 15, mode: "report", speakers: [4, 5] },
  { title: { ko: "앞으로의 교류 논의", vi: "Trao đổi hợp tác", ja: "今後の交流", en: "Future exchange" }, minutes: 30, mode: "discussion", speakers: [] },
];

export function agenda(lang: Lang): AgendaItem[] {
  return ITEMS.map(({ title, minutes, mode, speakers }, index) => ({ id: 11 + index, position: index + 1, title: pick(title, lang), minutes, mode, interpretation: "captions", speakers }));
}

export function meeting(lang: Lang, startsAt: string): Meeting {
  const title: InLangs = {
    ko: "오산시·꽝남성 제1차 화상회의",
    vi: "Hội nghị trực tuyến lần thứ nhất Osan – Quảng Nam",
    ja: "烏山市・クアンナム省 第1回オンライン会議",
    en: "First online meeting of Osan and Quảng Nam",
  };
  const endsAt = new Date(Date.parse(startsAt) + 55 * 60_000).toISOString();
  return { id: 1, title: pick(title, lang), titleOther: pick(title, lang === "vi" ? "ko" : "vi"), startsAt, endsAt, demo: true, contact: "031-000-0000" };
}

/** Remarks of the partner's head, and of the host's, with what stands approved. */
export const REMARKS: Record<1 | 2, InLangs[]> = {
  2: [
    { vi: "Kính thưa ngài Thị trưởng Kwak Sang-wook và các vị đại biểu thành phố Osan!", ko: "존경하는 곽상욱 오산시장님, 그리고 오산시 대표단 여러분!", ja: "クァク・サンウク烏山市長、そして烏山市代表団の皆様。", en: "Mayor Kwak Sang-wook, members of the Osan delegation." },
    { vi: "Thay mặt lãnh đạo và nhân dân tỉnh Quảng Nam, tôi xin gửi tới quý vị lời chào trân trọng nhất.", ko: "먼저 꽝남성 지도부와 주민을 대표하여 시장님과 오산 시민 여러분께 정중한 인사를 드립니다.", ja: "クアンナム省の指導部と住民を代表し、心よりご挨拶申し上げます。", en: "On behalf of the leaders and people of Quảng Nam I send you our warmest greetings." },
    { vi: "Video cổ vũ mà thành phố Osan gửi tặng năm ngoái đã tiếp thêm sức mạnh cho chúng tôi trong những ngày khó khăn.", ko: "지난해 오산시가 보내 주신 응원 영상은 어려운 시기를 지나던 저희에게 큰 힘이 되었습니다.", ja: "昨年お送りいただいた応援の動画は、困難な日々を過ごす私たちにとって大きな励みとなりました。", en: "The video of encouragement Osan sent last year gave us strength in difficult days." },
    { vi: "Tôi tin rằng cuộc gặp hôm nay sẽ mở ra một chương mới cho tình hữu nghị giữa hai địa phương.", ko: "오늘 이 자리가 두 지역의 우정을 새롭게 여는 출발점이 되리라 믿습니다.", ja: "本日の会談が両地域の友情に新たな一章を開くものと信じております。", en: "I believe that today opens a new chapter of our friendship." },
    { vi: "Chúng tôi mong muốn mở rộng hợp tác về kinh tế và thể thao.", ko: "저희는 경제와 체육 분야로 협력을 넓혀 가기를 희망합니다.", ja: "経済とスポーツの分野へ協力を広げることを願っております。", en: "We hope to widen our cooperation to the economy and sports." },
    { vi: "Kính chúc ngài Thị trưởng và nhân dân thành phố Osan dồi dào sức khỏe.", ko: "시장님과 오산 시민 여러분의 건강을 기원합니다.", ja: "市長と烏山市民の皆様のご健勝をお祈りいたします。", en: "We wish the Mayor and the people of Osan good health." },
  ],
  1: [
    { ko: "꽝남성 여러분, 안녕하십니까.", vi: "Kính chào quý vị đại biểu tỉnh Quảng Nam.", ja: "クアンナム省の皆様、こんにちは。", en: "Good day to all of you in Quảng Nam." },
    { ko: "코로나19로 직접 뵙지는 못하지만, 화면으로나마 인사드리게 되어 매우 기쁩니다.", vi: "Dù chưa thể gặp mặt trực tiếp vì dịch COVID-19, tôi rất vui mừng được gửi lời chào đến quý vị qua màn hình.", ja: "新型コロナのため直接お会いできませんが、画面を通じてご挨拶できることを大変うれしく思います。", en: "COVID-19 keeps us from meeting in person, yet I am glad to greet you on this screen." },
    { ko: "2004년 3월 10일 자매결연을 맺은 뒤로 오산시와 꽝남성은 행정, 문화, 체육 분야에서 우정을 쌓아 왔습니다.", vi: "Kể từ khi ký kết quan hệ kết nghĩa ngày 10 tháng 3 năm 2004, thành phố Osan và tỉnh Quảng Nam đã vun đắp tình hữu nghị trong các lĩnh vực hành chính, văn hóa và thể thao.", ja: "2004年3月10日に姉妹提携を結んで以来、烏山市とクアンナム省は行政、文化、スポーツの分野で友情を育んでまいりました。", en: "Since we became sister cities on 10 March 2004, Osan and Quảng Nam have built a friendship in administration, culture and sports." },
    { ko: "지난해 9월에는 함께 이겨 내자는 뜻으로 응원 영상을 보내 드렸습니다.", vi: "Tháng 9 năm ngoái, chúng tôi đã gửi video cổ vũ với mong muốn cùng nhau vượt qua đại dịch.", ja: "昨年9月には、共に乗り越えようという思いを込めて応援の動画をお送りしました。", en: "Last September we sent a video of encouragement, wishing to overcome the pandemic together." },
  ],
};

const LANG_OF = { 1: "ko", 2: "vi" } as const;

/** The caption a listener of `lang` gets for a sentence of the remarks. */
export function scriptCaption(speaker: 1 | 2, index: number, lang: Lang, revision = 1): Caption {
  const remarks = REMARKS[speaker];
  const own = LANG_OF[speaker];
  const line = (at: number) => (remarks[at] ? { lang, text: remarks[at][lang] } : null);
  const translated = lang !== own;
  return {
    v: 1,
    id: `p${speaker}-${index + 10}`,
    revision,
    final: false,
    kind: "script",
    speaker: `p${speaker}`,
    item: 11,
    segment: index + 1,
    position: index + 1,
    total: remarks.length,
    lang,
    text: remarks[index]?.[lang] ?? "",
    translated,
    origin: translated ? "human" : "original",
    engine: null,
    reviewer: translated ? pick({ ko: "오산시 의전 담당", vi: "Cán bộ lễ tân Quảng Nam", ja: "烏山市 儀典担当", en: "Protocol office" }, lang).text : null,
    approvedOn: translated ? "2021-09-15" : null,
    sample: true,
    previous: line(index - 1),
    next: line(index + 1),
    source: translated ? { lang: own, text: remarks[index]?.[own] ?? "" } : null,
    hand: false,
    start: index * 8000 + 60_000,
    end: null,
  };
}

/** A remark outside the script, as recognised or as translated by a machine. */
export function freeCaption(speaker: 1 | 2, kind: "machine" | "source", lang: Lang, start: number): Caption {
  const said: Record<1 | 2, InLangs> = {
    2: { vi: "Xin phép cho tôi nói thêm đôi lời ngoài bài phát biểu.", ko: "시장님의 건강하신 모습을 화면으로 뵈니 저도 매우 기쁩니다.", ja: "市長のお元気なお姿を拝見し、大変うれしく思います。", en: "I am very glad to see the Mayor in good health." },
    1: { ko: "원고에 없는 말씀을 잠시 드리겠습니다.", vi: "Được thấy Chủ tịch khỏe mạnh qua màn hình, tôi thật sự yên lòng.", ja: "委員長のお元気なお姿に安心いたしました。", en: "It is a relief to see the Chairman in good health." },
  };
  const own = LANG_OF[speaker];
  const translated = kind === "machine" && lang !== own;
  return {
    ...scriptCaption(speaker, 0, lang),
    id: `p${speaker}-${start}`,
    final: true,
    kind: translated ? "machine" : "source",
    segment: null,
    position: null,
    total: null,
    lang: translated ? lang : own,
    text: said[speaker][translated ? lang : own],
    translated,
    origin: translated ? "machine" : "recognised",
    engine: translated ? "Twinhall 1" : "whisper-base",
    reviewer: null,
    approvedOn: null,
    sample: false,
    previous: null,
    next: null,
    source: translated ? { lang: own, text: said[speaker][own] } : null,
    start,
    end: start + 4000,
  };
}
