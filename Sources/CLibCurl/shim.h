#ifndef TIMELINE_LIBCURL_SHIM_H
#define TIMELINE_LIBCURL_SHIM_H

#include <curl/curl.h>

// Functions with variable arguments are not importable: one for each type of option.

static inline CURLcode timeline_curl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode timeline_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode timeline_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

typedef size_t (*timeline_curl_receiver)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode timeline_curl_set_receiver(
  CURL *handle, CURLoption option, timeline_curl_receiver receiver) {
  return curl_easy_setopt(handle, option, receiver);
}

typedef curl_socket_t (*timeline_curl_opener)(void *context, curlsocktype purpose, struct curl_sockaddr *address);

static inline CURLcode timeline_curl_set_opener(CURL *handle, timeline_curl_opener opener) {
  return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, opener);
}

static inline CURLcode timeline_curl_number(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode timeline_curl_text(CURL *handle, CURLINFO info, const char **value) {
  return curl_easy_getinfo(handle, info, value);
}

#endif
