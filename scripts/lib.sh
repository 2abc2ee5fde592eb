# Shared by the scripts: where the project lies, messages, packages, the compiler.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
minimum_swift=6.2
# The Debian packages that the program is built with.
libraries=(libsqlite3-dev libxml2-dev libcurl4-openssl-dev zlib1g-dev libical-dev pkg-config)

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "timeline: $*"
  exit 2
}

# Installs Debian packages that are missing, and says which.
need_packages() {
  local missing=() package
  if ! command -v dpkg-query >/dev/null 2>&1; then
    say "This is no Debian system: see to it that these are installed: $*"
    return
  fi
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "Installing Debian packages: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || fail "no sudo here; as root, run: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >&2 ||
    { "${as_root[@]}" apt-get update >&2 &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >&2; } ||
    fail "could not install ${missing[*]}; see the message of apt-get above"
}

# Makes a virtual environment with these Python packages in .build/python, where the tests look for them.
need_python() {
  local python="$root/.build/python" wanted="$*"
  [ "$(cat "$python/wanted" 2>/dev/null)" = "$wanted" ] && return
  say "Making a Python environment with $wanted"
  rm -rf "$python"
  mkdir -p "$root/.build"
  python3 -m venv "$python" >&2 && "$python/bin/pip" install --quiet --disable-pip-version-check "$@" >&2 || {
    say "could not install $wanted; see the messages above"
    rm -rf "$python"
    return 1
  }
  printf '%s\n' "$wanted" >"$python/wanted"
}

# Ends with a plain message where there is no Swift, or one that is too old.
need_swift() {
  command -v swift >/dev/null 2>&1 ||
    fail "no Swift found; install Swift $minimum_swift or newer (6.3 is what it is made with) from https://www.swift.org/install/linux/ and put its usr/bin into PATH"
  local version
  version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1)
  [ -n "$version" ] || fail "$(command -v swift) does not tell its version; is it the Swift compiler?"
  [ "$(printf '%s\n%s\n' "$minimum_swift" "$version" | sort -V | head -n 1)" = "$minimum_swift" ] ||
    fail "Swift $version is too old; install Swift $minimum_swift or newer from https://www.swift.org/install/linux/"
}

# Builds the release program if a source is newer than it, and sets $timeline to its path.
build_release() {
  local product=${1:-timeline}
  timeline="$root/.build/release/$product"
  if [ ! -x "$timeline" ] ||
    [ -n "$(find "$root/Package.swift" "$root/Sources" "$root/data/en" "$root/data/places" "$root/data/pages" -newer "$timeline" -type f -print -quit)" ]; then
    need_packages "${libraries[@]}"
    need_swift
    say "Building $product (a few minutes the first time)"
    (cd "$root" && swift build -c release --static-swift-stdlib --product "$product" >&2) ||
      fail "the build failed; see the messages above"
    touch "$timeline"
  fi
}
