// Requests to the sync server, and to nobody else: the page's content security policy lists whom it may ask.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace cohoi::platform {

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;  // sent when not empty
  int timeout_ms = 30000;
};

struct HttpAnswer {
  int status = 0;  // 0: no answer (no network, refused by the browser, too late)
  std::string body;
};

class Http {
 public:
  using Answered = std::function<void(HttpAnswer)>;

  // `settled` is called after every answer (to schedule a frame).
  explicit Http(std::function<void()> settled) : settled_(std::move(settled)) {}
  Http(const Http&) = delete;
  Http& operator=(const Http&) = delete;

  void send(const HttpRequest& request, Answered answered);
  [[nodiscard]] bool busy() const { return !waiting_.empty(); }

  void arrived(int request, HttpAnswer answer);  // from JS

 private:
  std::function<void()> settled_;
  std::map<int, Answered> waiting_;
  int next_request_ = 1;
};

}  // namespace cohoi::platform
