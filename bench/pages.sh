#!/usr/bin/env bash
# The topic page of 24 cards under load: guests from a copy, guests each made anew, a signed-in reader; beside nginx with the same bytes.
# Everything stays on loopback and ends by itself. Usage: [PROGRAM=published/rounds] bench/pages.sh [ROUNDS] [SECONDS]
# (default 5 interleaved rounds of 4 seconds; without PROGRAM it publishes one first)
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5} seconds=${2:-4}
for tool in wrk nginx curl; do command -v $tool >/dev/null || { echo "Install $tool first (Debian: apt-get install wrk nginx curl)." >&2; exit 1; }; done

work=$(mktemp -d)
pids=()
trap 'for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done; sleep 0.3; rm -rf "$work"' EXIT
program=${PROGRAM:-$work/program/rounds}
if [ -z "${PROGRAM:-}" ]; then
  echo "Publishing…" >&2
  dotnet publish src/Rounds -c Release -r linux-x64 --self-contained -p:PublishSingleFile=true -p:PublishReadyToRun=true -o "$work/program" -v q >&2
fi

# Thirty invented posts: the first page has 24 of them.
{
  echo "title,url,date,tags,insight,excerpt,author,site"
  for n in $(seq 30); do
    echo "\"Post number $n: what the morning meeting should hear about discharge letters and portals\",https://journal.northmere.example/2026/$n,2026-0$((n % 9 + 1))-1$((n % 9)),\"writing, portals, tag $((n % 7))\",\"**Worth two minutes.** The list in the second half can be used as it is: print it, read it aloud, and ask who would do it differently. We tried the third point at our own desk, and letters went out a day earlier.\",\"A letter that leaves the ward a day late is read a week late. The team counted where letters waited, and it was never where anyone had thought: not with the doctors, not with the post room, but in a folder that two systems each believed was the other's. They now look into it at ten and at three. Nothing else was bought or changed.\",Ines Marlowe,Northmere Journal"
  done
} > "$work/posts.csv"

started() { for _ in $(seq 200); do curl -fs -o /dev/null -m 1 "$1" && return; sleep 0.05; done; echo "$1 did not start." >&2; exit 1; }
first_response() { # milliseconds from start of the process to the first page
  local from; from=$(date +%s%N)
  "$program" --data "$1" --urls "http://127.0.0.1:$2" "${@:3}" > "$work/log-$2" 2>&1 &
  pids+=($!); last=$!
  started "http://127.0.0.1:$2/"
  echo $((($(date +%s%N) - from) / 1000000)) > "$work/first-$2"
}

first_response "$work/data" 5181 && kill "$last" && wait "$last" 2>/dev/null || true
"$program" import "$work/posts.csv" --topic bench --data "$work/data" > "$work/import.json"
first_response "$work/data" 5181; cached=$last
first_response "$work/data" 5182 --Rounds:GuestPageSeconds=0; fresh=$last
for _ in $(seq 50); do grep -q '/invitation/' "$work/log-5182" && break; sleep 0.1; done
link=$(grep -o '/invitation/[0-9a-f]*' "$work/log-5182") # each start makes a new set-up link and ends the one before
topic=http://127.0.0.1:5181/t/bench

token() { grep -o 'name="form-token"[^>]*value="[^"]*"' | head -1 | sed 's/.*value="//; s/"$//'; }
sign_up() {
  local page; page=$(curl -fs -c "$work/jar" -b "$work/jar" "http://127.0.0.1:5181$link")
  curl -fs -o /dev/null -c "$work/jar" -b "$work/jar" "http://127.0.0.1:5181$link" \
    --data-urlencode "form-token=$(token <<< "$page")" --data-urlencode "Input.DisplayName=Bench Owner" --data-urlencode "Input.Handle=bench" \
    --data-urlencode "Input.Email=bench@northmere.example" --data-urlencode "Input.Password=a long walk by the canal" 
}
sign_up
cookie=$(awk '/rounds-session/ {print $6 "=" $7}' "$work/jar")
[ -n "$cookie" ] || { echo "Signing in failed; see the log." >&2; exit 1; }

# nginx with the very bytes: plain, and compressed beforehand as Rounds does for its copies.
mkdir -p "$work/www/t" "$work/ngx"
curl -fs "$topic" > "$work/www/t/bench"
curl -fs -H 'Accept-Encoding: gzip' "$topic" > "$work/www/t/bench.gz"
cat > "$work/nginx.conf" <<NGINX
daemon off; worker_processes 2; pid $work/ngx/pid; error_log $work/ngx/error.log;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; default_type text/html;
  client_body_temp_path $work/ngx; proxy_temp_path $work/ngx; fastcgi_temp_path $work/ngx; uwsgi_temp_path $work/ngx; scgi_temp_path $work/ngx;
  open_file_cache max=100;
  server { listen 127.0.0.1:5183; root $work/www; gzip_static on; }
}
NGINX
chmod -R a+rX "$work"
nginx -c "$work/nginx.conf" -p "$work/ngx" 2>/dev/null & nginx=$!; pids+=($nginx)
started http://127.0.0.1:5183/t/bench

ticks() { local total=0 p; for p in "$@"; do read -r -a s < "/proc/$p/stat"; total=$((total + s[13] + s[14])); done; echo "$total"; }
run() { # name, url, pids, header…
  local name=$1 url=$2 servers=$3; shift 3
  local before after out
  before=$(ticks $servers)
  out=$(wrk -t2 -c64 -d"${seconds}s" --latency "$@" "$url")
  after=$(ticks $servers)
  awk -v name="$name" -v cpu=$((after - before)) -v hz="$(getconf CLK_TCK)" '
    function ms(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
    /99%/ { p99 = ms($2) } /requests in/ { n = $1 } /Requests\/sec/ { rps = $2 } /Non-2xx/ { bad = $NF }
    END { printf "%s\t%.0f\t%.2f\t%.1f\t%d\n", name, rps, p99, cpu / hz * 1e6 / n, bad }' <<< "$out" >> "$work/results"
}
workers=$(pgrep -P $nginx | tr '\n' ' ')
gzip='Accept-Encoding: gzip'
for url in "$topic" http://127.0.0.1:5182/t/bench; do wrk -t2 -c64 -d3s "$url" >/dev/null; wrk -t2 -c64 -d3s -H "Cookie: $cookie" "$url" >/dev/null; done
for n in $(seq "$rounds"); do
  echo "Round $n of $rounds" >&2
  run "nginx, plain" http://127.0.0.1:5183/t/bench "$workers"
  run "guest, copy, plain" "$topic" $cached
  run "nginx, pre-compressed" http://127.0.0.1:5183/t/bench "$workers" -H "$gzip"
  run "guest, copy, compressed" "$topic" $cached -H "$gzip"
  run "guest, made anew" http://127.0.0.1:5182/t/bench $fresh
  run "signed in" "$topic" $cached -H "Cookie: $cookie"
done

echo "Page: $(wc -c < "$work/www/t/bench") bytes, $(wc -c < "$work/www/t/bench.gz") compressed (gzip), $(curl -fs -H 'Accept-Encoding: br' "$topic" | wc -c) (brotli)"
echo "First response after start: $(cat "$work/first-5182") ms; resident after the run: $(awk '/VmRSS/ {print int($2/1024)}' /proc/$cached/status) MB (copies), $(awk '/VmRSS/ {print int($2/1024)}' /proc/$fresh/status) MB (anew)"
echo
echo "| case | requests/s (median of $rounds) | of nginx | p99 ms | server CPU µs a request | errors |"
echo "|---|---:|---:|---:|---:|---:|"
median() { awk -F'\t' -v name="$1" -v col="$2" '$1 == name {print $col}' "$work/results" | sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
for name in "nginx, plain" "guest, copy, plain" "nginx, pre-compressed" "guest, copy, compressed" "guest, made anew" "signed in"; do
  case $name in *compressed) peer="nginx, pre-compressed";; *) peer="nginx, plain";; esac
  echo "| $name | $(median "$name" 2) | $(awk -v a="$(median "$name" 2)" -v b="$(median "$peer" 2)" 'BEGIN {printf "%.2f", a / b}') | $(median "$name" 3) | $(median "$name" 4) | $(median "$name" 5) |"
done
