# Two stages: the program is built with the SDK and runs as one file on a small Debian with the image tool it uses.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish src/Rounds -c Release -r linux-x64 --self-contained -p:PublishSingleFile=true -p:PublishReadyToRun=true -o /out

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl libvips-tools \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home --home-dir /var/lib/rounds rounds
COPY --from=build /out/rounds /usr/local/bin/rounds
USER rounds
WORKDIR /var/lib/rounds
VOLUME /var/lib/rounds
EXPOSE 5080
HEALTHCHECK --interval=30s --timeout=3s CMD curl -fsS http://127.0.0.1:5080/health || exit 1
ENTRYPOINT ["rounds", "--data", "/var/lib/rounds", "--urls", "http://0.0.0.0:5080"]
