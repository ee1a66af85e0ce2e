using System.Security.Cryptography;
using System.Text;
using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

/// <summary>
/// Tells those who thank apart without cookies and without storing who they are. A guest becomes a hash of address,
/// browser and post under a key that lives in memory for one UTC day: once it is gone, nobody can test a guess against
/// what is stored, and two posts' hashes of one guest have nothing in common. A restart lets a guest thank again; that is the price.
/// </summary>
public sealed class GuestGivers(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private byte[] _key = [];
    private DateOnly _day;

    public string Of(HttpContext context, long postId) =>
        context.User.IsSignedIn() ? $"user:{context.User.Id()}" : $"guest:{Hash(context, postId)}";

    private string Hash(HttpContext context, long postId)
    {
        var who = $"{postId}\n{context.Connection.RemoteIpAddress}\n{context.Request.Headers.UserAgent}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(TodaysKey(), Encoding.UTF8.GetBytes(who)).AsSpan(0, 16));
    }

    private byte[] TodaysKey()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        lock (_gate)
        {
            if (_day != today)
            {
                (_day, _key) = (today, RandomNumberGenerator.GetBytes(32));
            }

            return _key;
        }
    }
}
