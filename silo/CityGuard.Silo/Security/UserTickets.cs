using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CityGuard.Abstractions.Security;

namespace CityGuard.Silo.Security;

/// <summary>
/// Signed user identities: <c>name|scopes|personal|expiry|number</c> with an HMAC-SHA-256 under the key in <c>D/keys/ticket.key</c>.
/// The Front checks them, so that being in the same process is no proof of anything. A ticket that was signed out is remembered
/// until it would have expired, in this process only: the browser forgot it, and nobody else should have had it.
/// </summary>
internal sealed class UserTickets
{
    private const int Longest = 500;
    private readonly byte[] _key;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> _seen = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _revoked = new();

    public UserTickets(string dataFolder, TimeProvider clock)
    {
        _clock = clock;
        var path = Path.Combine(dataFolder, "keys", "ticket.key");
        PrivateFolder.Create(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
            PrivateFolder.WriteAtomically(path, RandomNumberGenerator.GetBytes(32));
        _key = File.ReadAllBytes(path);
    }

    public string Issue(Caller caller, TimeSpan lifetime)
    {
        var until = (_clock.GetUtcNow() + lifetime).ToUnixTimeSeconds();
        var body = string.Create(CultureInfo.InvariantCulture, $"{caller.Name}|{(int)caller.Scopes}|{(caller.SeesPersonalData ? 1 : 0)}|{until}|{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9))}");
        return $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(body))}.{Base64Url.EncodeToString(Sign(body))}";
    }

    /// <summary>From now on the ticket is worth nothing.</summary>
    public void Revoke(string ticket)
    {
        var now = _clock.GetUtcNow();
        foreach (var (old, _) in _revoked.Where(r => r.Value <= now))
            _revoked.TryRemove(old, out _);
        if (ticket.Length <= Longest && Read(ticket) is { } read)
            _revoked[ticket] = read.Until;
    }

    public Caller? Verify(string ticket)
    {
        if (ticket.Length > Longest || _revoked.ContainsKey(ticket))
            return null;
        if (_seen.TryGetValue(ticket, out var hit))
            return _clock.GetUtcNow() < hit.Until ? hit.Caller : null;
        if (Read(ticket) is not { } read)
            return null;
        if (_seen.Count > 10_000)
            _seen.Clear();
        _seen[ticket] = read;
        return _clock.GetUtcNow() < read.Until ? read.Caller : null;
    }

    private (Caller Caller, DateTimeOffset Until)? Read(string ticket)
    {
        if (ticket.Split('.') is not [var bodyText, var macText] || !Base64Url.IsValid(bodyText) || !Base64Url.IsValid(macText))
            return null;
        var body = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(bodyText));
        if (!CryptographicOperations.FixedTimeEquals(Sign(body), Base64Url.DecodeFromChars(macText)) || body.Split('|') is not [var name, var scopes, var personal, var until, _])
            return null;
        var caller = new Caller(name, (Scope)int.Parse(scopes, CultureInfo.InvariantCulture), personal == "1");
        return (caller, DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)));
    }

    private byte[] Sign(string body) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(body));
}
