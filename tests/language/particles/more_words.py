"""A second list of words, written after the first one had been used to mend the rules."""

CONSONANT = """
강릉|전남|안산|이천 쌀|김정숙|레 반 둥|하노이 공산당|닌투언|꽝빈|꽝닌|후쿠오카현|삿포로 시장님|베이징
타이베이 사무국|옌바이성|13|26|33|40|50|70|80|96|110|400|2,500|7000|20000|1990|2010|2036|50000000|9.3
4.0|100,000|7kg|500g|15t|₫|N|HBM|PM|CNN|ESPN|SIM|WWW.OSAN.CO.KR 홈|100만|3분의 2만큼|50%만|Daum|Notebook
Outlook|Basket|Cabinet|Planet|Ticket|Traffic|Clinic|Olympic|Zoom|System|Problem|Uniform|Cream|Stream
Hanyang|Ocean|Nation|Television|Election|Cotton|Kitchen|Golden|Dragon|Lemon|Spring|Wedding|King|Long
Shanghai Bang|Saigon|Japan|Taiwan|Pakistan|Vietnam|Washington|Houston|Wien|Munich Ring|Jinan|Ulsan|Suwon
Daejeon|Moon Jae-in|Ban Ki-moon|Pohang|Trần Phú Thịnh|Lâm Đồng|Vĩnh Long|Tây Ninh|Quảng Bình|Đắk Nông
Hoàng Quốc Việt|Đỗ Mười Lăm|Tuyên Quang|Ninh Thuận|Bình Thuận|Phú Yên|Hà Tĩnh|Trà Vinh|Cao Bằng
Lý Thường Kiệt|Trương Hòa Bình|Nguyễn Minh Triết|Mê Linh|Cẩm Lệ Bắc|Game|Theme|Volume|Machine|Magazine
Online|Airplane|Name|Home|Zone|Scene|Engine|Rock|Black|Stock|Track|Quick|Cook
"""
VOWEL = """
파주|여수|구미|전주|박지수|응우옌 티 호아|까마우|빈롱 도시|라오까이|사이타마|오사카|우루무치|에스포
양해각서|우정의 도시|22|34|45|59|82|99|102|1905|1984|2025|2039|1,004|2,002|3.14159|7.4|3.5|0.2
2000000000000|09:00|010-1234-5679|8km|50cm|12mm|3L|75%|37℃|60ha|2,500㎡|€|G7 회의|DVD|USB|CEO|CFO|APT
GDP|KTO|JICA|KOTRA|WTO|ADB|EPS|ISO|TV|SNS|PC|Yahoo|Coupang 주|Boeing사|Airbus|Starbucks|Adidas|Mercedes
Rolex|Fedex|Toshiba|Honda|Sony|Nokia|Philips|Siemens|Festa|Idea|Camera|Opera|Data|Media|Korea|Asia
Africa|America|Cuba|India|Laos|Honduras|Paris|Athens|Sydney|Dubai|Oslo|Post|Guest|Forest|Sport|Export
Airport|Passport|Smart|Chart|Desert|Concert|Contact|Impact|Product|District|Client|Student|Department
President|Parliament|Mount|Front|Tank|Think|Task|Desk|Mask|Help|Camp|Jump|Stamp|Shrimp|Film & TV|Speed
Road|World|Gold|Band|Island|England|Thailand|Finland|Poland|David|Grand|Egg|Catalog|Dialog|Staff|Relief
Chief|Love|Olive|Active|Live|Sleeve|Voice|Ice|Dance|Price|Rose|Nurse|House|Course|Exercise|Bridge
College|Village|Orange|Push|Brush|Wish|British|Speech|Coach|Lunch|Sketch|March|South|Earth|Health|Fax
Box|Mix|Jazz|Quiz|Waltz|Show|View|Food & Culture|Boat|Heat|Seat|Street|Meet|Suite|Route|State|Gate|Lake
Bike|Joke|Pipe|Shape|Type|Cube|Made|Guide|River|Summer|Winter|Theater|Computer|Doctor|Tour|Hour|Car|Star
Fire|Future|Nature|Square|Store|Share|Free|Coffee|Nha Trang Hạ|Vũ|Nguyễn Thị Hoa|Phú Thọ|Bến Tre|Sơn La
Lai Châu|Hậu|Bạc Liêu|Gia Lai|Đà Lạt ở|Trần Đại Nghĩa|Lê Duy
"""
RIEUL = """
광화문 광장의 별|빈롱의 마을|밀라노의 겨울|하늘|박하늘|터키 이스탄불|포르투갈|세네갈|몽골
서울특별시의 길|호텔|축제의 날|21|27|38|41|58|61|77|88|98|111|1961|1987|2018|2031|0.1|9.8|3.7|제7|제21
1,001|COVID 21|PL|GL|DSL|SQL|BL|XXL|MVR|PR|HR|QR|DR|People|Simple|Example|Bottle|Little|Table|Cable
Title|Style|File|Profile|Role|Rule|Schedule|Article|Vehicle|Single|Angel|Novel|Travel|Panel|Level|Label
Carnival|Hospital|Animal|Final|Signal|Social|Royal|Oil|Soil|Hall|Mall|Ball|Football|Istanbul|Portugal
Senegal|Kabul|Basel|Liverpool|Bristol|Il|Lionel|Michael|Daniel|Paul|Karl|Bill|Hillel
"""
