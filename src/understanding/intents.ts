/**
 * What people ask for in sentences of their own, without a command's name. `CONCEPTS` are words that mean the same; `INTENTS` say
 * which of them, in this order and with few words between, mean what. Spelled with their marks: a word typed without marks, or with
 * fewer, is taken for them, one typed with others ("muốn", "muộn") is not.
 *
 * In a pattern: CAPITALS are a concept, small letters one word, `+X` one that follows at once, `^` the beginning, `$` the end.
 */
export const CONCEPTS = {
  REPORT: 'báo cáo|số liệu|bản báo cáo|bản tổng hợp số liệu|biểu báo cáo',
  HAND_IN: 'nộp|gửi|gởi|trình|nộp lên|gửi lên|gửi về',
  NOW_DONE: 'rồi|xong|xong rồi|đã',
  DONE: 'đã|rồi|xong|vừa|mới|hôm qua|hôm nay|sáng nay|chiều nay',
  NOT_YET: 'chưa|còn chưa|vẫn chưa|chưa có|chưa thấy|chưa chịu|thiếu|còn thiếu|không nộp|chậm|còn nợ|quên',
  YET: 'chưa|hay chưa|được chưa|chưa nhỉ|chưa ạ',
  WHO: 'ai|những ai|đơn vị nào|những đơn vị nào|các đơn vị nào|mấy đơn vị|bao nhiêu đơn vị|cơ quan nào|huyện nào|sở nào|xã nào|đơn vị còn lại|danh sách|chỗ nào|bên nào|nơi nào|những đơn vị|các đơn vị',
  MANY: 'các đơn vị|những đơn vị|đơn vị|tất cả|mọi người|các huyện|các sở|các xã|toàn bộ|đầu mối|các nơi|cả tỉnh|mấy đơn vị|mấy huyện|mấy sở|anh em',
  WHEN: 'khi nào|bao giờ|ngày nào|hôm nào|ngày mấy|mấy giờ|ngày bao nhiêu|bao lâu|bao nhiêu ngày|mấy ngày|mấy hôm|lúc nào|thời gian nào|ngày mùng mấy|mùng mấy|ngày gì|chừng nào|mấy bữa|bao h',
  DUE: 'hạn|hạn nộp|đến hạn|hết hạn|thời hạn|hạn chót|deadline|hạn cuối|hạn báo cáo|hạn gửi|chậm nhất|muộn nhất|trễ nhất|tới hạn|quá hạn|kỳ hạn|trước ngày',
  EXTEND:
    'gia hạn|lùi hạn|dời hạn|kéo dài hạn|nới hạn|hoãn|gia hạn thêm|lùi thời hạn|lùi thời gian|kéo dài thời gian|kéo dài thời hạn|lùi ngày|lùi lại|dãn hạn|giãn hạn|hoãn nộp|nới thêm|khất',
  MORE_TIME:
    'thêm thời gian|thêm vài ngày|thêm ít ngày|thêm một ngày|thêm 1 ngày|thêm hai ngày|thêm 2 ngày|thêm 3 ngày|thêm ba ngày|thêm mấy ngày|thêm mấy hôm|thêm vài hôm|thêm 1 hôm|thêm 2 hôm|thêm 1 tuần|thêm một tuần|thêm tuần|thêm 5 ngày|thêm ngày|thêm hôm|thêm chút thời gian|thêm giờ',
  LATE: 'muộn|trễ|chậm|muộn hơn|sau hạn|chậm lại|trễ hạn|quá hạn|muộn một chút|chậm mấy ngày|sau',
  BEG: 'xin|cho|cho phép|xin phép|mong|đề nghị|có thể|nhờ|xin được|được không|giúp|muốn|cần',
  MAY: 'được không|có được không|được ko|có sao không|được chăng|được chứ|ổn không|có bị gì không|được hem|dc không',
  RECEIVED:
    'nhận được|đã nhận|nhận|thấy|ghi nhận|tới|đến|vào hệ thống|lên hệ thống|lưu|đã lưu|thành công|đã có|tiếp nhận|cập nhật|được ghi nhận',
  OFFICIAL:
    'công văn|văn bản|văn bản giấy|bản giấy|bản cứng|trục liên thông|liên thông|ioffice|qlvb|quản lý văn bản|hệ thống văn bản|phần mềm văn bản|văn bản điện tử|văn thư|email|e mail|mail|thư điện tử|bản đóng dấu|bản ký số|bản ký|đường văn bản|bưu điện|đường công văn|phần mềm quản lý|hồ sơ công việc|văn phòng điện tử|bản chính thức|fax|giấy',
  HUMAN:
    'người thật|cán bộ phụ trách|chuyên viên phụ trách|người phụ trách|cán bộ điều phối|cơ quan điều phối|người điều phối|nhân viên|tổng đài|tư vấn viên|hotline|đường dây nóng|người hỗ trợ|cán bộ sở|anh chị ở sở|chuyên viên sở|đầu mối của sở|đầu mối sở|người quản lý|sở khcn|sở khoa học|lãnh đạo sở|con người|người hướng dẫn|ai đó|người|điều phối|sở|chị phụ trách|anh phụ trách|chị quản lý|anh quản lý|kỹ thuật|bên kỹ thuật|người quản trị',
  TALK: 'gặp|nói chuyện|trao đổi|liên hệ|liên lạc|gọi|gọi điện|kết nối|hỏi trực tiếp|nói với|nhắn cho|chuyển máy|chat với',
  PHONE: 'số điện thoại|sđt|sdt|số đt|số máy|điện thoại|đt',
  CONTACT_WHO:
    'gọi ai|gọi cho ai|liên hệ ai|liên hệ với ai|hỏi ai|gặp ai|liên hệ chỗ nào|liên hệ đâu|báo ai|liên hệ bên nào',
  WRONG:
    'nhầm người|nhầm số máy|nhầm số điện thoại|gửi nhầm tin|gửi nhầm cho|nhắn nhầm|nhầm rồi|nhầm máy|nhầm địa chỉ|không phải tôi|không phải em|không phải người|nhầm cho|nhầm đơn vị|gửi sai người|sai người|nhắn sai người',
  NOT_MINE:
    'không còn phụ trách|không phụ trách|không còn làm|không làm nữa|không còn công tác|thôi phụ trách|không phải đầu mối|không còn là đầu mối|hết phụ trách|không liên quan|không theo dõi|không còn theo dõi|không phải việc của|không thuộc trách nhiệm|không còn đảm nhiệm|thôi làm đầu mối|không làm ở|không còn ở|không còn làm ở',
  LEFT: 'chuyển công tác|nghỉ việc|nghỉ hưu|chuyển đơn vị|chuyển cơ quan|chuyển phòng|nghỉ thai sản|chuyển sang|được điều động|về hưu|bàn giao|chuyển việc|thay tôi|thay em|phụ trách thay|luân chuyển',
  PERSON: 'tôi|em|mình|anh|chị|đồng chí|cán bộ|người',
  TASK: 'nhiệm vụ|việc|công việc|báo cáo|báo cáo nào|báo cáo gì|nợ|đầu việc|gì',
  WORK: 'nhiệm vụ|việc|công việc|đầu việc',
  OWE: 'phải nộp|cần nộp|còn nợ|còn thiếu|phải làm|cần làm|còn phải|còn|chưa làm|chưa nộp|chưa xong|tồn|tồn đọng|quá hạn|phải báo cáo|phải gửi|cần gửi|cần báo cáo|nợ',
  MINE: 'tôi|em|mình|đơn vị tôi|đơn vị em|đơn vị mình|bên em|bên tôi|bên mình|chúng tôi|bọn em|phòng em|sở em|huyện em|cơ quan em|chỗ em|cơ quan tôi|của tôi|của em|của mình|xã em|phường em|chúng em',
  WHAT: 'gì|nào|những gì|cái gì|gì không|nào không|gì nữa|bao nhiêu|mấy|những báo cáo nào|loại nào',
  HOW: 'thế nào|như thế nào|ra sao|làm sao|sao|kiểu gì|cách|bằng cách nào|ở đâu|chỗ nào|như nào|cách nào|vào đâu|kiểu nào',
  STATE: 'tình hình|tiến độ|tình trạng|kết quả nộp|thống kê|tỷ lệ|tỉ lệ|tổng hợp|số đơn vị|tổng quan|đến đâu|tới đâu',
  WHERE_IS: 'đến đâu rồi|tới đâu rồi|thế nào rồi|ra sao rồi|đến đâu|tới đâu|thế nào|ra sao',
  COUNT:
    'bao nhiêu đơn vị|mấy đơn vị|bao nhiêu huyện|bao nhiêu sở|bao nhiêu báo cáo|mấy huyện|mấy sở|mấy báo cáo|tỷ lệ|tỉ lệ|bao nhiêu nơi|bao nhiêu phần trăm',
  CHASE: 'đôn đốc|nhắc|nhắc nhở|giục|thúc|hối thúc|thúc giục|réo|nhắc lại',
  NOTICE: 'thông báo|nhắn|gửi tin|gửi thông báo|phát thông báo|ra thông báo|nhắn tin|truyền đạt',
  HISTORY:
    'lịch sử|biên nhận|các lần nộp|những lần nộp|báo cáo đã nộp|báo cáo đã gửi|những báo cáo đã|các báo cáo đã|lần trước nộp|kỳ trước nộp|phiên bản',
  WHY: 'vì sao|tại sao|sao lại|sao|lý do gì|cớ sao|do đâu',
  REMINDED:
    'nhắc|bị nhắc|nhận tin|nhận thông báo|nhận được tin|nhắn|làm phiền|gọi|báo|nhắc nhở|spam|nhận tin nhắn|nhận nhắc|gửi tin',
  STOP: 'đừng|thôi|không|ngừng|dừng|tạm dừng|tắt|khỏi|bớt|tắt bớt|ngưng',
  REMIND_TIME: 'giờ nhắc|thời gian nhắc|lịch nhắc|lúc nhắc|giờ gửi nhắc',
  CHANGE: 'đổi|thay đổi|chuyển|chỉnh|sửa|đặt|đặt lại|cài|dời',
  LATER:
    'lúc|vào|vào lúc|sau|muộn hơn|sớm hơn|sáng mai|chiều nay|tối nay|ngày mai|mai|lát nữa|chiều|buổi chiều|buổi sáng|giờ khác|đầu giờ|cuối giờ|tuần sau|hôm sau|ngày kia|mai mốt',
  ASSIGN: 'giao|phân công|chuyển cho|bàn giao việc|giao lại|uỷ quyền|ủy quyền|cử',
  DIFFICULTY: 'vướng mắc|khó khăn|trở ngại|vướng|bất cập|vướng víu',
  RAISE: 'phản ánh|phản ảnh|báo|nêu|có|gặp|đang gặp|kiến nghị|đề xuất|thắc mắc|gửi|hỏi về|đề đạt',
  DATA: 'dữ liệu cá nhân|dữ liệu của tôi|dữ liệu của em|thông tin của tôi|thông tin của em|thông tin cá nhân|hồ sơ của tôi|tài khoản của tôi|tài khoản|lưu gì|lưu những gì|lưu thông tin|giữ thông tin|dữ liệu về tôi|thông tin về tôi|dữ liệu gì',
  CONSENT: 'đồng ý|sự đồng ý|đồng thuận',
  WITHDRAW: 'rút|rút lại|xoá|xóa|huỷ|hủy|thu hồi',
  RENAME: 'đổi tên|sửa tên|tên hiển thị|sai tên|tên của tôi|tên tôi|tên em',
  APPS: 'zalo|telegram|ứng dụng khác|điện thoại khác|máy khác|app khác|số khác',
  LINK: 'liên kết|kết nối|thêm|dùng thêm|chuyển sang|nối|đăng nhập',
  HELP: 'hướng dẫn|trợ giúp|cách dùng|cách sử dụng|dùng thế nào|dùng sao|sử dụng thế nào|sử dụng ra sao|lệnh gì|những lệnh|các lệnh|lệnh nào|làm được gì|làm được những gì|help|chỉ em với|hướng dẫn sử dụng|dùng như thế nào|biết làm gì|không biết dùng|chưa biết dùng|xài sao|xài thế nào|giúp được gì|không biết làm thế nào|mới dùng|lần đầu dùng|không biết làm sao|chưa biết làm',
  BOT: 'bot|hệ thống|phần mềm|chương trình|ứng dụng|trợ lý|em bot|công cụ',
  CANCEL: 'huỷ|hủy|bỏ|thôi không|xoá bỏ|dẹp',
  HALF_DONE: 'đang làm|đang nhập|dở|đang dở|đang gõ|nhập dở|thao tác|đang soạn|vừa nhập|đang điền',
  REVIEW: 'duyệt|phê duyệt|xét duyệt|thẩm định|chờ duyệt|cần duyệt|kiểm duyệt|chấp nhận|xem xét',
  SEND_BACK: 'trả lại|trả về|yêu cầu làm lại|yêu cầu nộp lại|bắt làm lại|yêu cầu sửa|cho làm lại',
  WAIVE: 'miễn|miễn nộp|miễn báo cáo|cho miễn|không phải nộp|không cần nộp|khỏi nộp|được miễn|miễn cho',
  INSTEAD:
    'nộp thay|nhập thay|nộp hộ|nhập hộ|gửi hộ|gửi thay|nhập giúp|nhập báo cáo giấy|nhập bản giấy|điền thay|điền hộ|báo cáo thay|nhập giùm|nộp giùm',
  EXPORT: 'xuất|kết xuất|tải|tải về|in|in ra|download|trích xuất|lấy|lập|cho xin|gửi tôi|xin|làm',
  FILE_KIND:
    'word|excel|file|tệp|docx|xlsx|csv|pdf|bản tổng hợp|báo cáo tổng hợp|bảng tổng hợp|ảnh|hình|dự thảo|bảng số liệu|báo cáo chung|báo cáo toàn tỉnh|báo cáo ubnd',
  UNITS: 'đơn vị|các đơn vị|danh sách đơn vị',
  UNIT_LIST:
    'danh sách đơn vị|các đơn vị|mã đơn vị|bao nhiêu đơn vị tham gia|danh sách đầu mối|danh bạ|đơn vị tham gia|danh sách các đơn vị|danh sách cán bộ đầu mối',
  IN_CHARGE: 'đầu mối|người phụ trách|ai phụ trách|cán bộ đầu mối|phụ trách|liên hệ|ai theo dõi|ai làm đầu mối',
  INVITE:
    'mời|mã mời|mã tham gia|thư mời|giấy mời tham gia|mã qr|mã kích hoạt|link mời|link tham gia|đường dẫn mời|mã vào bot|mã để vào',
  MAKE: 'tạo|lấy|cấp|cho|gửi|xin|thêm|sinh|in|cần',
  NEWCOMER:
    'người mới|cán bộ mới|chuyên viên mới|thành viên|đầu mối mới|thêm người|thêm cán bộ|nhân viên mới|đồng nghiệp|thêm chuyên viên',
  BOARD:
    'bảng điều khiển|bảng theo dõi|dashboard|trang theo dõi|bảng trên web|trang web|bảng tổng quan|bảng điều hành|màn hình theo dõi|xem trên web|xem trên máy tính|xem bằng máy tính|link đăng nhập|bảng',
  OPEN: 'mở|vào|xem|cho|đăng nhập|truy cập|link',
  MATERIAL:
    'tài liệu|đề cương|đề cương tuyên truyền|tài liệu tuyên truyền|slide|bài giảng|tờ gấp|tài liệu mẫu|bài tuyên truyền|hỏi đáp|cẩm nang|infographic|video tuyên truyền|bài mẫu|nội dung tuyên truyền',
  TIMETABLE:
    'lịch báo cáo|lịch nộp|lịch nộp báo cáo|lịch gửi báo cáo|các mốc|các kỳ báo cáo|các kỳ|các hạn|mốc thời gian|lịch cả năm|lịch năm|lịch làm việc|lịch nghỉ|kế hoạch nộp|các mốc nộp|các đợt báo cáo|lịch các kỳ|những kỳ nào|bao nhiêu kỳ|mấy kỳ|mấy lần báo cáo',
  EDIT: 'sửa|sửa lại|chỉnh|chỉnh sửa|chỉnh lại|đính chính|nộp lại|gửi lại|cập nhật|thay|bổ sung|điều chỉnh|nộp bản mới|thay thế|làm lại',
  WANT: 'muốn|cần|xin|cho|định|bắt đầu|giờ|để|tiến hành|chuẩn bị|làm|lập|xin phép|gửi|nhập|mở',
  NOT: 'không|chưa|khỏi|đừng|chẳng|chả|không cần|không phải|không xin|không cần xin|không muốn|chưa cần|chưa xin|chưa phải|thôi không|đâu cần|đâu có|đâu phải|chưa hề|không hề|chưa được',
  FORM: 'mẫu|biểu mẫu|mẫu báo cáo|form|biểu|phiếu|khung báo cáo|mẫu biểu|đề cương báo cáo',
} as const;

/** The intents that sentences of one's own can have; the others need a command's name. */
export const INTENTS = {
  gapnguoi:
    'TALK HUMAN|PHONE HUMAN|PHONE ai|CONTACT_WHO|^ HUMAN đâu|HUMAN là ai|xin PHONE|PHONE của HUMAN|ai trả lời|TALK ai|PHONE để TALK|PHONE TALK|TALK PHONE',
  nhamnguoi:
    'WRONG|PERSON NOT_MINE|NOT_MINE REPORT|PERSON LEFT|NOT_MINE|LEFT rồi|nhầm +số +rồi|số +này +không +phải|số +này +đâu +phải',
  xingiahan:
    '^ lùi REPORT|lùi REPORT đến|lùi REPORT sang|BEG EXTEND|EXTEND giúp|EXTEND MAY|BEG MORE_TIME|MORE_TIME để|MORE_TIME MAY|BEG HAND_IN LATE|HAND_IN LATE MAY|BEG LATE HAND_IN|BEG LATE REPORT|EXTEND cho MINE|MINE EXTEND|LATE vài ngày|BEG lùi|không kịp DUE|không kịp HAND_IN|HAND_IN không kịp|chưa kịp BEG|REPORT LATE MAY|chưa kịp MORE_TIME|không kịp BEG|xin ngày +nữa|xin hôm +nữa|xin thêm ngày|xin thêm hôm|được EXTEND do|được EXTEND vì|được EXTEND đến|được EXTEND thêm',
  giahan: 'EXTEND cho|EXTEND đến|EXTEND MANY|EXTEND thêm|^ EXTEND|cho MANY MORE_TIME|EXTEND DUE',
  daguivanban:
    'DONE HAND_IN OFFICIAL|MINE HAND_IN OFFICIAL DONE|MINE DONE HAND_IN OFFICIAL|HAND_IN OFFICIAL DONE|HAND_IN DONE OFFICIAL|OFFICIAL DONE HAND_IN|OFFICIAL HAND_IN DONE|DONE có OFFICIAL|có OFFICIAL NOW_DONE|DONE phát hành|DONE ban hành|DONE ký|HAND_IN bằng OFFICIAL|HAND_IN qua OFFICIAL|HAND_IN theo OFFICIAL|DONE chuyển OFFICIAL|OFFICIAL số DONE|OFFICIAL DONE ký|OFFICIAL DONE đi|OFFICIAL đi DONE|DONE đi OFFICIAL|OFFICIAL DONE chuyển|OFFICIAL phát hành DONE',
  danhan:
    'REPORT được +duyệt YET|REPORT MINE +duyệt YET|REPORT của chị được +duyệt YET|REPORT của MINE YET|MINE HAND_IN rồi|MINE DONE HAND_IN rồi|DONE HAND_IN rồi mà|HAND_IN rồi mà|HAND_IN rồi đấy|RECEIVED REPORT của MINE YET|DONE HAND_IN YET|HAND_IN YET|MINE DONE HAND_IN YET|RECEIVED REPORT YET|RECEIVED YET|RECEIVED của MINE|REPORT MINE RECEIVED YET|REPORT RECEIVED YET|HAND_IN RECEIVED YET|MINE HAND_IN YET|REPORT MINE HAND_IN YET|HAND_IN được YET|HAND_IN RECEIVED không|REPORT RECEIVED không|có RECEIVED REPORT|DONE HAND_IN có RECEIVED|RECEIVED REPORT không|HAND_IN thành công|BOT RECEIVED|kiểm tra REPORT HAND_IN|có RECEIVED không|HAND_IN xong YET',
  aichuanop:
    'WHO NOT_YET HAND_IN|NOT_YET HAND_IN WHO|WHO NOT_YET REPORT|WHO REPORT NOT_YET|còn WHO NOT_YET|WHO còn nợ|WHO NOT_YET|danh sách NOT_YET HAND_IN|NOT_YET HAND_IN có WHO|^ NOT_YET HAND_IN|WHO HAND_IN LATE|còn mấy đơn vị|NOT_YET HAND_IN là ai|còn thiếu WHO|còn thiếu báo cáo|ai LATE HAND_IN|còn ai',
  dondoc:
    'CHASE MANY|CHASE MANY NOT_YET HAND_IN|CHASE NOT_YET HAND_IN|CHASE HAND_IN|CHASE REPORT|CHASE đơn vị|CHASE WHO NOT_YET|^ CHASE giúp|CHASE họ|^ CHASE ngay',
  thongbao:
    'NOTICE cho MANY|NOTICE tới MANY|NOTICE đến MANY|NOTICE MANY|gửi tin MANY|HAND_IN thông báo|soạn thông báo|ra thông báo',
  tonghop:
    'STATE REPORT|STATE HAND_IN|STATE kỳ|COUNT HAND_IN|COUNT DONE|STATE WHERE_IS|STATE tháng|HAND_IN WHERE_IS|REPORT WHERE_IS|STATE MANY|STATE quý|STATE năm|WHO DONE HAND_IN|COUNT đúng hạn|STATE toàn tỉnh|kỳ này WHERE_IS|WHO HAND_IN đúng hạn|^ STATE $|STATE chung|COUNT HAND_IN DUE|WHO HAND_IN rồi|HAND_IN COUNT',
  visao:
    'WHY REMINDED|WHY nhận|WHY MINE REMINDED|sao nhắc|REMINDED hoài|REMINDED mãi|REMINDED nhiều thế|nộp rồi REMINDED|HAND_IN rồi mà REMINDED|WHY gửi tin|sao cứ REMINDED|căn cứ đâu|căn cứ nào|nhắc +nhầm|WHY phải HAND_IN|WHY lại phải|không +bắt +buộc|theo +văn +bản +nào|WHY bị giao|ai +giao|ai +bắt|đâu phải HAND_IN',
  nhac: 'CHANGE REMIND_TIME|STOP nhắc|nhắc MINE LATER|nhắc lại LATER|REMIND_TIME|nhắc LATER|hẹn nhắc|nhắc muộn|nhắc sớm|nhắc sau|để nhắc sau|tắt nhắc|đổi giờ nhắc|LATER nhắc|thứ nhắc lại|nhắc PERSON LATER|STOP nhắn nữa|STOP nhắn|tắt +thông +báo|tắt +tin +nhắn|LATER hẵng nhắc',
  han: 'DUE WHEN|WHEN DUE|WHEN HAND_IN|WHEN phải HAND_IN|HAND_IN WHEN|HAND_IN trước WHEN|REPORT WHEN|còn mấy ngày|còn bao nhiêu ngày|còn bao lâu|DUE là|DUE REPORT|hỏi DUE|DUE của|xem DUE|DUE tháng|WHEN REPORT|DUE chưa|DUE kỳ|^ DUE $|WHEN thì HAND_IN|DUE còn|còn WHEN|DUE nộp|mai DUE|DUE năm|DUE quý|có đổi DUE|DUE có|là DUE|còn kịp|kịp không|có kịp|đợi đến|phải đợi|tính LATE|tính là LATE|coi là LATE|EXTEND đến WHEN|EXTEND WHEN|HAND_IN cùng ngày|tính +đúng +hạn|còn +đúng +hạn|kịp +hạn',
  nhiemvu:
    'MINE OWE WHAT|OWE WHAT|OWE TASK|MINE OWE REPORT|OWE REPORT nào|WORK của MINE|việc tuần|việc tháng|việc hôm nay|có việc gì|có TASK OWE|nhiệm vụ|nộp những gì|HAND_IN gì|HAND_IN cái gì|HAND_IN báo cáo gì|HAND_IN báo cáo nào|còn gì quá hạn|MINE nợ|cần làm gì|phải làm gì|có phải HAND_IN|HAND_IN loại|còn REPORT nào|MINE còn thiếu REPORT|việc gì|WORK của MINE còn|MINE thiếu REPORT|thiếu báo +cáo +nào|tuần +này có +gì|được +giao WHAT|được +giao +những|phải +làm +những +gì|HAND_IN mấy báo +cáo|HAND_IN bao +nhiêu báo +cáo',
  nopthay: 'INSTEAD|nhập REPORT giấy|nhập REPORT cho|HAND_IN thay cho|nhập OFFICIAL|vào sổ REPORT',
  duyet: 'REVIEW REPORT|REPORT REVIEW|SEND_BACK REPORT|SEND_BACK cho|^ REVIEW|SEND_BACK|REPORT chờ|cần REVIEW',
  mien: 'WAIVE REPORT|WAIVE cho|WAIVE kỳ|WAIVE nộp|cho WAIVE|^ WAIVE|MANY WAIVE',
  xuat: 'EXPORT FILE_KIND|EXPORT REPORT|FILE_KIND tổng hợp|tổng hợp FILE_KIND|EXPORT tổng hợp|EXPORT bảng|^ xuất|EXPORT số liệu|EXPORT dự thảo|FILE_KIND của tháng|FILE_KIND tháng',
  bang: 'OPEN BOARD|BOARD theo dõi|link BOARD|đăng nhập BOARD|BOARD ở đâu|^ dashboard|xem trên web|vào web|đăng nhập web',
  tailieu:
    'MATERIAL|xin MATERIAL|có MATERIAL|MATERIAL tuyên truyền|tìm MATERIAL|gửi MATERIAL|MATERIAL về|MATERIAL ở đâu',
  lich: 'TIMETABLE|xem TIMETABLE|TIMETABLE năm|lịch của năm|lịch HAND_IN|kỳ +báo +cáo +nào|những +kỳ +báo +cáo',
  giao: 'ASSIGN REPORT|^ giao PERSON|ASSIGN PERSON|ASSIGN việc|ASSIGN nhiệm vụ|ASSIGN phần|ASSIGN cho|ASSIGN anh|ASSIGN chị|nhờ đồng nghiệp|^ nhờ PERSON làm|^ nhờ PERSON tổng +hợp|^ nhờ PERSON lấy|^ nhờ cô làm|cho anh làm REPORT|cho chị làm REPORT|cho đồng +chí làm REPORT|chuyển REPORT cho',
  vuongmac:
    'RAISE DIFFICULTY|DIFFICULTY về|DIFFICULTY trong|DIFFICULTY khi|^ DIFFICULTY|DIFFICULTY cần|DIFFICULTY là|RAISE kiến nghị|có kiến nghị|có đề xuất|gửi kiến nghị|DIFFICULTY|bị DIFFICULTY chỗ|DIFFICULTY chỗ|không +biết +lấy REPORT HOW|không +biết +lấy HOW|không +biết +tính HOW|không +hiểu +mục|không +hiểu +chỗ|không +rõ +mục|không +có +số +liệu|không +có +kinh +phí|tính HOW|cách +tính|báo +lỗi|bị +lỗi|vào +không +được|không +vào +được|không +mở +được|không +bấm +được',
  toi: 'BOT DATA|DATA|WITHDRAW CONSENT|WITHDRAW DATA|RENAME|LINK APPS|xem thông tin MINE|BOT lưu|BOT biết gì|xoá thông tin|không đồng ý lưu|chuyển sang APPS|dùng APPS|quyền của tôi|vai trò của tôi|tôi là ai|DATA của MINE|rút +khỏi|ra +khỏi +bot',
  moi: 'MAKE INVITE|INVITE cho|INVITE cán bộ|INVITE NEWCOMER|MAKE NEWCOMER|INVITE anh|INVITE chị|INVITE đồng chí|INVITE đầu mối|INVITE tham gia|NEWCOMER tham gia|INVITE đơn vị|NEWCOMER vào|INVITE thêm|INVITE thêm PERSON',
  donvi:
    'UNIT_LIST|IN_CHARGE của|IN_CHARGE UNITS|ai phụ trách|IN_CHARGE là ai|UNITS tham gia|ai là IN_CHARGE|UNITS chưa có IN_CHARGE|UNITS chưa tham gia|IN_CHARGE huyện|IN_CHARGE sở|ai là đầu mối',
  huy: 'CANCEL HALF_DONE|CANCEL REPORT HALF_DONE|không HAND_IN nữa|CANCEL thao tác|CANCEL lệnh|CANCEL giúp|thôi CANCEL|CANCEL đi',
  lichsu:
    'HISTORY|xem lại REPORT|xem HISTORY|MINE DONE HAND_IN gì|DONE HAND_IN những|REPORT DONE HAND_IN|xem REPORT HAND_IN|DONE HAND_IN mấy|REPORT cũ|kỳ trước MINE HAND_IN|lần trước MINE HAND_IN|tháng trước MINE HAND_IN|HAND_IN lúc nào|HAND_IN hôm nào|HAND_IN ngày nào rồi|HAND_IN bao nhiêu lần|mã biên nhận|LATE mấy lần|HAND_IN +đúng +hạn|HAND_IN những tháng +nào|HAND_IN những kỳ +nào|HAND_IN tháng +nào|xem REPORT kỳ +trước|xem REPORT tháng +trước|xem bản +trước',
  nop: 'HAND_IN REPORT|WANT HAND_IN|HAND_IN HOW|EDIT REPORT|EDIT số|REPORT đây|REPORT MINE đây|REPORT của MINE đây|cách HAND_IN|nhập REPORT|nhập số|làm REPORT|^ nộp|điền REPORT|xin FORM|FORM REPORT|FORM đâu|cho FORM|EDIT bản|HAND_IN ở đâu|BEG HAND_IN REPORT|viết REPORT|lập REPORT|nhập sai|gõ sai|ghi sai|lấy FORM|HAND_IN bản|HAND_IN tháng|^ REPORT tháng|^ REPORT quý|^ REPORT năm|FORM excel|xin +FORM +excel',
  trogiup:
    'HELP|HELP BOT|BOT HELP|HELP với|giúp MINE với|giúp với|BOT dùng HOW|BOT làm gì|không biết HOW|chỉ MINE cách|chưa rõ cách|làm thế nào|dùng BOT HOW|HELP MINE|HELP MINE dùng|dùng +với',
} as const satisfies Readonly<Record<string, string>>;

/** With one of these the words of an intent say that it is not so, not yet or no more, or ask about it: then it is not meant. */
export const RESERVED: Readonly<Record<string, string>> = {
  xingiahan:
    'NOT +EXTEND|NOT +xin +EXTEND|NOT +cần +EXTEND|NOT +thèm +EXTEND|NOT +muốn +EXTEND|lần +trước EXTEND|hôm +trước EXTEND|đã EXTEND|EXTEND đến WHEN|EXTEND WHEN',
  daguivanban:
    'NOT +HAND_IN|NOT +ký|NOT +phát +hành|đang +ký|sắp +ký|mai +ký|đang +trình|NOT +phải +báo +cáo|chứ +không +phải|là +kế +hoạch',
  vuongmac:
    'không +có +DIFFICULTY|không +có +gì +DIFFICULTY|không +gặp +DIFFICULTY|không +phát +sinh +DIFFICULTY|DIFFICULTY thì +không $|DIFFICULTY thì +không +có $|DIFFICULTY thì +không +có +ạ|DIFFICULTY +không $|DIFFICULTY +không +có $|DIFFICULTY +không +có +gì|DIFFICULTY +không +có +ạ|không +DIFFICULTY|chưa +có +DIFFICULTY|hết +DIFFICULTY|NOT +thấy +DIFFICULTY',
  giao: 'NOT +ASSIGN|ASSIGN WHEN|ai +giao|bị +giao|được +giao|WHY giao|giáo +dục|giao +ban|giao +lưu|giao +thông|CANCEL +ASSIGN|thôi +ASSIGN',
  danhan: 'phải +đợi|đợi +đến|những tháng +nào|NOT +HAND_IN',
  nhamnguoi: 'cho +chị|cho +anh|cho +cô|cho +chú|cho +ông|cho +bà',
  tailieu: 'đề +xuất|kiến +nghị',
  nhac: 'nhắc +nhầm|nhắc +mà|có +nhạc',
  nop: '^ ai|ai +làm|ai +vừa|các +sở +khác|sở +khác|huyện +khác|đơn +vị +khác|xã +khác|là báo +cáo +gì|khác +gì|^ nhắc|NOT +HAND_IN|NOT +báo +cáo|thôi +HAND_IN|khỏi +phải +HAND_IN',
  huy: 'NOT +CANCEL',
  mien: 'miễn +phí|miễn +bàn|miễn +sao|miễn +là',
  nhiemvu: 'họ|WHY',
  visao: 'sao +cứ +hỏi|sao +lại +hỏi|sao +còn +hỏi|sao +hỏi',
  lichsu: 'khoan|từ +từ|khoan +đã',
  trogiup: 'DIFFICULTY|NOTICE|CHASE|không +biết +lấy|không +biết +tính',
  han: 'NOT +EXTEND|xin +EXTEND|cho EXTEND|CANCEL +EXTEND|không kịp',
};

export type SpokenIntent = keyof typeof INTENTS;

/** Short forms as they are typed on phones, with what they stand for. */
export const SHORT_FORMS =
  'báo cáo: bc bcáo; em: e; danh sách: ds; đơn vị: đv dv; số liệu: sl; công văn: cv; văn bản: vb; thông báo: tb; tài liệu: tl; không: k ko kh hok hông hong hem kg khg; được: dc đc đk dk; rồi: r rùi ròi; gì: j ji; như thế nào: ntn; bao nhiêu: bn bnhieu; chưa: ch chg; mọi người: mn; với: vs; nữa: nx; làm: lm; bot: ad; deadline: ddl dl dline; thời gian: tg time; hôm nay: hn; bao giờ: bgio bh; cán bộ: cbo; lãnh đạo: ld lđ; vướng mắc: vm; hướng dẫn sử dụng: hdsd; hướng dẫn: hd';

/** Only with such a word is it about the reports of this bot; other sentences may use the same verbs. */
export const ANCHORS =
  'báo cáo|nộp|đơn vị|số liệu|bot|điều phối|đầu mối|kỳ|kỳ này|công văn|văn bản|mã mời|mã tham gia|giờ nhắc|đề cương|nghị quyết|tuyên truyền|hạn nộp|hạn báo cáo|gia hạn|lùi hạn|duyệt|vướng mắc|biên nhận|dữ liệu cá nhân|phụ trách|nhầm người|nhầm số|deadline|hạn chót|quá hạn|đến hạn|hết hạn|tổng hợp|đôn đốc|biểu mẫu|phát sinh|sở|huyện|xã|phường|nhiệm vụ|thời hạn|trả lại|miễn|liên thông|ioffice|chậm nhất|hạn|việc của tôi|việc của em|việc tuần này|việc của mình|excel|bản word|file word|bảng theo dõi|bảng điều khiển|dữ liệu của tôi|dữ liệu của em|thông tin của tôi|thông tin của em|tin bài|hội nghị|kinh phí|biểu|ubnd|cơ quan|khcn|tài liệu|lịch sử nộp|nhắc nữa|nhắc hoài|bị nhắc|nhắc tôi hoài|nhắc em|gặp ai|hỏi ai|liên hệ ai|gọi ai|gọi cho ai|nghỉ việc|nghỉ hưu|chuyển công tác|thay em|thay tôi|bàn giao|khất|ngày nữa|hôm nữa|xin thêm|thêm thời gian|hướng dẫn|cách dùng|dùng với|biết dùng|giúp em với|không biết làm|nhắc lại|hẵng nhắc|nhắn nữa|tắt thông báo|bị giao|ai giao|giao cho em|được giao|tuần này có gì|phải làm gì|phải làm những gì|lưu thông tin|người thật|gặp chị|gặp anh|gặp người|quản lý|kỹ thuật|mời thêm|lượt người|trực quan|bị muộn|bị trễ|báo lỗi|số này|sdt|chị phụ trách|xin lùi|lùi báo cáo|lùi đến|lùi sang|còn nợ|nợ gì|nợ những gì|tắt nhắc|infographic|slide|tờ gấp|cẩm nang';

/** What is said so is not said for sure: nothing is done about it, but what is asked is answered. */
export const DOUBTS =
  'hình như|có lẽ|có khi|chưa chắc|chắc là|chắc mai|chắc chiều|chắc tuần|chắc phải|chắc em|nếu|giả sử|nghe nói|nghe bảo|nghe đồn|bảo là|nói là|hỏi lại|chưa chốt|dự kiến|đang định|không chắc|hay là';

/** Intents that change something, or begin to: never taken from a sentence that is not about reports. */
export const WRITES: ReadonlySet<string> = new Set(
  'nop huy nhac giao vuongmac dondoc thongbao duyet giahan mien nopthay moi xingiahan toi'.split(' '),
);
