using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rounds.Tests.Accounts;

/// <summary>
/// A passkey and the browser around it, as far as WebAuthn (level 3) needs them: one ES256 key pair, "none" attestation,
/// the person always verified. Only what can go wrong in the site's hands can be turned wrong here.
/// </summary>
internal sealed class SoftAuthenticator(Uri site) : IDisposable
{
    private const byte PresentAndVerified = 0x05;
    private const byte WithKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _userHandle = "";
    private uint _counter;

    /// <summary>Where the browser says the page stood.</summary>
    public string Origin { get; set; } = site.GetLeftPart(UriPartial.Authority);

    public JsonObject Create(JsonElement options)
    {
        _userHandle = options.GetProperty("user").GetProperty("id").GetString()!;
        var parameters = _key.ExportParameters(includePrivateParameters: false);

        // RFC 9053, section 7.1: a COSE key, EC2 (1: 2), ES256 (3: -7), P-256 (-1: 1), x (-2) and y (-3).
        byte[] publicKey = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32, .. parameters.Q.X!, 0x22, 0x58, 32, .. parameters.Q.Y!];
        byte[] attested = [.. new byte[16], 0, (byte)_id.Length, .. _id, .. publicKey];
        byte[] data = [.. Head(PresentAndVerified | WithKey), .. attested];
        byte[] statement = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x58, (byte)data.Length, .. data];
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Encode(ClientData("webauthn.create", options)),
            ["attestationObject"] = Encode(statement),
            ["transports"] = new JsonArray("internal"),
        });
    }

    public JsonObject Get(JsonElement options)
    {
        var client = ClientData("webauthn.get", options);
        var data = Head(PresentAndVerified);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Encode(client),
            ["authenticatorData"] = Encode(data),
            ["signature"] = Encode(signature),
            ["userHandle"] = _userHandle,
        });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Head(byte flags)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, ++_counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site.Host)), flags, .. counter];
    }

    private byte[] ClientData(string type, JsonElement options) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type,
        challenge = options.GetProperty("challenge").GetString(),
        origin = Origin,
        crossOrigin = false,
    });

    private JsonObject Credential(JsonObject response) => new()
    {
        ["id"] = Encode(_id),
        ["rawId"] = Encode(_id),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    };

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
