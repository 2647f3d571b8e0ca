"""Words by how they end when a Korean reads them, and the particles of the grammar: written by hand.

The words were sorted by their reading (꽝남, 유엔, 페이스북, 이십, 킬로그램), not by the rules of the code.
"""

CONSONANT = """
오산|꽝남|꽝남성|부산|레 찌 타인|곽상욱|인천|수원|대전|응우옌 반 탕|호찌민|하이퐁|인민위원회 위원장
경기도청|닥락|홍콩|3|6|10|13|16|20|30|60|90|100|300|1,000|5,000|10000|2020|2030|1000000|100000000|1.3
2.6|0|5kg|50g|2t|M|N|UN|IBM|LAN|ATM|FM|ASEAN|APEC|VIETNAM|제10|Facebook|Internet|Zoom|Amazon|Samsung
Instagram|TikTok|Robot|Market|Music|Public|Chrome|Prime|Line|iPhone|Airline|Team|Forum|Museum|Vision
Station|Marathon|Pacific|Block|Click|Bangkok|London|Berlin|Boston|Hong Kong|Milan|Osan|Busan
Kwak Sang-wook|Incheon|Lê Trí Thanh|Quảng Nam|Đà Nẵng|Nguyễn Xuân Phúc|Hồ Chí Minh|Bình Định|Nghệ An
Bắc Ninh|Lê Văn Dũng|Hội An|Phan Việt Cường|Đắk Lắk|Kiên Giang|Hải Phòng|Võ Nguyên Giáp|Long An
Phan Thiết|Ho Chi Minh|"꽝남"|'부산'|『춘향전』|곽상욱(郭尚旭)|UN(국제연합)|Ⅲ|Ⅵ|③|G20|Europe
"""
VOWEL = """
제주|다낭시|하노이|김민수|히다카|경기도|광주|우호교류|회의|후에|껀터|땀끼|오산시|도쿄|화성시|사파|2|4|5
9|12|2022|2024|1945|2019|2.5|1.2|1000000000000|COVID-19|14:00|제4|5:00|3km|20%|100m|30cm|15℃|10ha|300㎡
A|B|C|D|F|H|J|K|P|S|T|W|X|Y|Z|FTA|MOU|UCLG|KTX|WHO|IT|AI|EU|KBS|ODA|NGO|OECD|PDF|KOICA|UNESCO|UNICEF
NATO|Microsoft|Naver|Kakao|Twitter|Netflix|Tesla|Toyota|Nike|YouTube|Skype|Site|Office|Service|Bus|News
Art|Project|Event|Test|Bank|Network|Cloud|Blog|Golf|Wave|Drive|Bridge|Page|Message|Story|City|Culture
Energy|Beach|Fish|English|Week|Tape|Cake|Tour|Center|Power|Texas|Moscow|Tokyo|Osaka|Kyoto|Hidaka|Saitama
Hanoi|Chile|Peru|Huế|Tam Kỳ|Cần Thơ|Thanh Hóa|Hà Nội|Sa Pa|Phạm Văn Khoa|Đồng Nai|Bà Rịa|Cà Mau|Lê Lợi
「평화」|'제주'|한국(韓国) 대사|Ⅱ|Ⅳ|②|⑤|Park|Smith|Jeju|Daegu
"""
RIEUL = """
서울|울|곽철|응우옌 딘 탈|브라질|네팔|시애틀|서울(Seoul)|"한글"|가을|베트남의 하늘|이천일
응에틴소비에트의 물|1|7|8|11|17|28|31|2021|1998|2027|0.7|12.8|101|제1|L|R|URL|HTML|XML|SSL|VR|AR|Google
Apple|Hotel|Mobile|Global|Festival|Capital|Seoul|Portal|Digital|Channel|Brazil|Nepal|Circle|Terminal
Model|School|Mail|Intel|Montreal|Seattle|Temple|Ⅰ|Ⅷ|⑦|①
"""
SAID = {  # letters that do not tell, with their reading
    "烏山": ("오산", "consonant"),
    "日高": ("히다카", "vowel"),
    "北京": ("베이징", "consonant"),
    "東京": ("도쿄", "vowel"),
    "Bach": ("바흐", "vowel"),
    "Le": ("르", "vowel"),
    "郭尚旭": ("곽상욱", "consonant"),
    "Ürümqi": ("우루무치", "vowel"),
    "Espoo": ("에스포", "vowel"),
    "Сахалин": ("사할린", "consonant"),
    "Brasil": ("브라질", "rieul"),
    "Park": ("박", "consonant"),
}
PARTICLES = (  # after a consonant, after a vowel, after ㄹ
    ("은", "는", "은"),
    ("이", "가", "이"),
    ("을", "를", "을"),
    ("과", "와", "과"),
    ("으로", "로", "로"),
    ("이라고", "라고", "이라고"),
    ("이었다", "였다", "이었다"),
    ("이나", "나", "이나"),
    ("이랑", "랑", "이랑"),
    ("아", "야", "아"),
    ("이여", "여", "이여"),
    ("이든지", "든지", "이든지"),
    ("이라는", "라는", "이라는"),
    ("이란", "란", "이란"),
    ("이며", "며", "이며"),
    ("이라도", "라도", "이라도"),
    ("이야말로", "야말로", "이야말로"),
    ("이에요", "예요", "이에요"),
    ("으로서", "로서", "로서"),
    ("으로부터", "로부터", "로부터"),
    ("과의", "와의", "과의"),
    ("으로써", "로써", "로써"),
    ("으로의", "로의", "로의"),
    ("이었습니다", "였습니다", "이었습니다"),
    ("과는", "와는", "과는"),
    ("으로는", "로는", "로는"),
    ("으로부터의", "로부터의", "로부터의"),
    ("이라면", "라면", "이라면"),
    ("이라서", "라서", "이라서"),
    ("이든", "든", "이든"),
)
