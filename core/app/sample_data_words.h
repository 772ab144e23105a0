// The names and sentences sample data is made of. Data, not text of the screen: names are in the language of
// those who bear them, what a seller writes in the seller's.
#pragma once

#include <array>
#include <string_view>

namespace cohoi::app::sample {

struct Company {
  std::string_view name, domain, industry, city, country;
};

inline constexpr auto vietnamese_companies = std::to_array<Company>({
    {"Công ty CP Nước sạch Hoa Sen", "nuochoasen.vn", "manufacturing", "Hà Nội", "Việt Nam"},
    {"Công ty TNHH Thực phẩm Đồng Xanh", "dongxanhfood.vn", "manufacturing", "Cần Thơ", "Việt Nam"},
    {"Công ty CP Dệt may Sông Hương", "songhuongtex.vn", "manufacturing", "Huế", "Việt Nam"},
    {"Công ty TNHH Xây dựng Trường Thành", "truongthanhxd.vn", "construction", "Đà Nẵng", "Việt Nam"},
    {"Công ty CP Thủy sản Mũi Né", "thuysanmuine.vn", "agriculture", "Phan Thiết", "Việt Nam"},
    {"Bệnh viện Đa khoa An Bình", "bvanbinh.vn", "healthcare", "Thành phố Hồ Chí Minh", "Việt Nam"},
    {"Công ty TNHH Bao bì Minh Phát", "minhphatpack.vn", "manufacturing", "Bình Dương", "Việt Nam"},
    {"Công ty CP Địa ốc Phú Gia", "phugialand.vn", "real_estate", "Thành phố Hồ Chí Minh", "Việt Nam"},
    {"Khách sạn Biển Ngọc", "bienngochotel.vn", "hospitality", "Nha Trang", "Việt Nam"},
    {"Công ty CP Giấy Tân Mai Xanh", "tanmaixanh.vn", "manufacturing", "Đồng Nai", "Việt Nam"},
    {"Công ty TNHH Logistics Cảng Xanh", "cangxanh.vn", "logistics", "Hải Phòng", "Việt Nam"},
    {"Trường Đại học Kỹ thuật Phương Nam", "ktpn.edu.vn", "education", "Thành phố Hồ Chí Minh", "Việt Nam"},
    {"Công ty CP Sữa Ba Vì Xanh", "suabavixanh.vn", "agriculture", "Hà Nội", "Việt Nam"},
    {"Công ty TNHH Cơ khí Quang Minh", "cokhiquangminh.vn", "manufacturing", "Bắc Ninh", "Việt Nam"},
    {"Công ty CP Điện lực Tây Nguyên", "dienluctn.vn", "public_sector", "Buôn Ma Thuột", "Việt Nam"},
    {"Siêu thị Gia Đình", "sieuthigiadinh.vn", "retail", "Hà Nội", "Việt Nam"},
    {"Công ty TNHH Phần mềm Sao Mai", "saomaisoft.vn", "technology", "Đà Nẵng", "Việt Nam"},
    {"Công ty CP Gỗ Trường Sơn", "gotruongson.vn", "manufacturing", "Quy Nhơn", "Việt Nam"},
    {"Công ty TNHH Dược phẩm Thiên Ân", "thienanpharma.vn", "healthcare", "Hà Nội", "Việt Nam"},
    {"Công ty CP Vận tải Đường Việt", "duongviet.vn", "logistics", "Hà Nội", "Việt Nam"},
    {"Hợp tác xã Nông nghiệp Lâm Hà", "htxlamha.vn", "agriculture", "Đà Lạt", "Việt Nam"},
    {"Công ty CP Xi măng Ninh Bình Xanh", "ximangnbx.vn", "construction", "Ninh Bình", "Việt Nam"},
    {"Công ty TNHH Nhựa Duy Khánh", "nhuaduykhanh.vn", "manufacturing", "Long An", "Việt Nam"},
    {"Ngân hàng Cộng đồng Việt", "nhcdv.vn", "finance", "Hà Nội", "Việt Nam"},
    {"Công ty CP Bia Rồng Vàng", "biarongvang.vn", "manufacturing", "Vinh", "Việt Nam"},
    {"Khu nghỉ dưỡng Suối Mơ", "suoimoresort.vn", "hospitality", "Phú Quốc", "Việt Nam"},
    {"Công ty TNHH May mặc Kim Ngân", "kimnganmay.vn", "manufacturing", "Thái Bình", "Việt Nam"},
    {"Công ty CP Thép Đông Á Mới", "thepdongamoi.vn", "manufacturing", "Hải Phòng", "Việt Nam"},
});

inline constexpr auto international_companies = std::to_array<Company>({
    {"Northwind Water Ltd", "northwindwater.com", "manufacturing", "Leeds", "United Kingdom"},
    {"Bluebird Hotels Pte Ltd", "bluebirdhotels.sg", "hospitality", "Singapore", "Singapore"},
    {"Kestrel Foods Inc.", "kestrelfoods.com", "manufacturing", "Portland", "United States"},
    {"Müller & Söhne GmbH", "muellersoehne.de", "manufacturing", "Bremen", "Germany"},
    {"Sakura Precision K.K.", "sakuraprecision.jp", "technology", "Osaka", "Japan"},
    {"Pacific Textiles Pty Ltd", "pacifictextiles.com.au", "manufacturing", "Perth", "Australia"},
    {"Hanil Chemical Co., Ltd", "hanilchem.kr", "manufacturing", "Ulsan", "South Korea"},
    {"Lumière Cosmétiques SAS", "lumiere-cosm.fr", "retail", "Lyon", "France"},
});

inline constexpr auto family_names = std::to_array<std::string_view>(
    {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"});
inline constexpr auto given_names = std::to_array<std::string_view>(
    {"Văn An", "Thị Bích", "Minh Châu", "Quốc Dũng", "Thu Hà", "Đức Huy", "Khánh Linh", "Hoài Nam", "Bảo Ngọc", "Thanh Phong", "Anh Quân",
     "Diễm Quỳnh", "Hữu Tài", "Phương Thảo", "Ngọc Trâm", "Anh Tuấn", "Hải Yến", "Gia Bảo", "Mỹ Duyên", "Trọng Nghĩa"});
inline constexpr auto foreign_firsts = std::to_array<std::string_view>(
    {"Emma", "James", "Sofia", "Lukas", "Hiroshi", "Chloé", "Min-jun", "Olivia", "Noah", "Amélie", "Jonas", "Grace"});
inline constexpr auto foreign_lasts = std::to_array<std::string_view>(
    {"Baker", "Fischer", "Tanaka", "Dubois", "Kim", "Carter", "Müller", "Walsh", "Lim", "Moreau", "Novak", "Reid"});
inline constexpr auto titles_vi = std::to_array<std::string_view>(
    {"Giám đốc", "Trưởng phòng mua hàng", "Kỹ sư trưởng", "Kế toán trưởng", "Phó giám đốc kỹ thuật", "Nhân viên mua hàng"});
inline constexpr auto titles_en = std::to_array<std::string_view>(
    {"Managing Director", "Purchasing Manager", "Chief Engineer", "Plant Manager", "Finance Manager", "Buyer"});
inline constexpr auto sources = std::to_array<std::string_view>(
    {"website", "referral", "existing_customer", "event", "cold_call", "email_campaign", "social", "partner"});

struct Ware {
  std::string_view name, name_en, code, series, series_en;
  std::int64_t price;  // đồng; of the last one US cents
  std::string_view needs_vi, needs_en;
};
inline constexpr auto wares = std::to_array<Ware>({
    {"Máy bơm công nghiệp P200", "Industrial pump P200", "P200", "Bơm", "Pumps", 85'000'000, "Bốn máy bơm 200 m³/giờ cho trạm xử lý, giao trước mùa mưa",
     "Four pumps of 200 m³/h for the treatment plant, before the rainy season"},
    {"Hệ thống lọc nước RO-500", "Water purifier RO-500", "RO-500", "Lọc nước", "Water treatment", 240'000'000, "Nước tinh khiết 500 lít mỗi giờ cho xưởng đóng chai",
     "Pure water, 500 litres an hour, for the bottling line"},
    {"Tủ điện điều khiển T3", "Control cabinet T3", "T3", "Điều khiển", "Controls", 62'000'000, "Điều khiển ba bơm luân phiên, báo lỗi về điện thoại",
     "Control of three pumps in turn, faults reported by phone"},
    {"Máy nén khí K75", "Air compressor K75", "K75", "Khí nén", "Compressed air", 310'000'000, "Khí nén 75 kW chạy ba ca, độ ồn dưới 70 dB", "75 kW of compressed air in three shifts, below 70 dB"},
    {"Gói bảo trì năm", "Yearly service plan", "BT-12", "Dịch vụ", "Services", 48'000'000, "Bảo trì mỗi quý, có mặt trong 24 giờ khi hỏng", "Service every quarter, on site within 24 hours"},
    {"Cảm biến áp suất S1", "Pressure sensor S1", "S1", "Điều khiển", "Controls", 3'200'000, "Bốn mươi điểm đo, truyền không dây", "Forty points of measurement, wireless"},
    {"Dịch vụ lắp đặt", "Installation", "LD", "Dịch vụ", "Services", 25'000'000, "Lắp đặt trong ba ngày nghỉ Tết, không dừng xưởng", "Installed over a long weekend, without stopping the plant"},
    {"Phần mềm giám sát WaterView", "WaterView monitoring software", "WV", "Phần mềm", "Software", 120'000, "Giám sát năm trạm trên một màn hình", "Five stations on one screen"},
});

}  // namespace cohoi::app::sample
