#include "web/platform/http.h"

#include "web/platform/js_bridge.h"

namespace cohoi::platform {

void Http::send(const HttpRequest& request, Answered answered) {
  const int number = next_request_++;
  waiting_.emplace(number, std::move(answered));
  std::string headers;
  for (const auto& [name, value] : request.headers) headers += name + '\n' + value + '\n';
  const int size = request.body.empty() ? -1 : static_cast<int>(request.body.size());
  cohoi_http_send(this, number, request.method.c_str(), request.url.c_str(), headers.c_str(), request.body.data(), size,
                  request.timeout_ms);
}

void Http::arrived(int request, HttpAnswer answer) {
  const auto found = waiting_.find(request);
  if (found == waiting_.end()) return;
  const Answered answered = std::move(found->second);
  waiting_.erase(found);
  if (answered) answered(std::move(answer));
  if (settled_) settled_();
}

}  // namespace cohoi::platform

void cohoi_on_answer(cohoi::platform::Http* self, int request, int status, char* body, int size) {
  cohoi::platform::HttpAnswer answer;
  answer.status = status;
  if (body != nullptr) answer.body.assign(body, static_cast<std::size_t>(size));
  std::free(body);
  self->arrived(request, std::move(answer));
}
