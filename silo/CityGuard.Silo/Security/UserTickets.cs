using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.People;
using CityGuard.Storage.Secrets;

namespace CityGuard.Silo.Security;

/// <summary>
/// Signed user identities: name, scopes, role, area and expiry with an HMAC-SHA-256 under a key that all nodes of a cluster share.
/// The Front checks them, so that being in the same process is no proof of anything. A ticket that was signed out is remembered
/// until it would have expired, in this process only: the browser forgot it, and nobody else should have had it. A registered person's
/// ticket is worth as much as the registration, which is looked up each time.
/// </summary>
internal sealed class UserTickets
{
    private const int Longest = 1_500;
    private const string KeyName = "ticket.key";
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly UserStore _people;
    private readonly byte[] _key;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, Known> _seen = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _revoked = new();

    /// <summary>What a ticket says.</summary>
    private sealed record Body(string Name, Scope Scopes, bool Personal, PersonRole? Role, string? Area, string? Person, long Until, string Number);

    private sealed record Known(Caller Caller, string? Person, DateTimeOffset Until);

    public UserTickets(byte[] key, UserStore people, TimeProvider clock) => (_key, _people, _clock) = (key, people, clock);

    /// <summary>The key that signs; the first who asks makes it.</summary>
    public static async Task<byte[]> Key(ISecretFiles files)
    {
        await files.TryWriteNew(ApiKeyStore.Folder, KeyName, RandomNumberGenerator.GetBytes(32));
        return await files.Read(ApiKeyStore.Folder, KeyName) ?? throw new InvalidOperationException("the key that signs identities was taken away as soon as it was made");
    }

    /// <summary>A ticket for a caller; of the registered person with this id when there is one.</summary>
    public string Issue(Caller caller, TimeSpan lifetime, string? person = null)
    {
        var until = (_clock.GetUtcNow() + lifetime).ToUnixTimeSeconds();
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Body(caller.Name, caller.Scopes, caller.SeesPersonalData, caller.Role, caller.Area?.Value, person, until, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9))), Compact);
        return $"{Base64Url.EncodeToString(body)}.{Base64Url.EncodeToString(Sign(body))}";
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

    public async ValueTask<Caller?> Verify(string ticket)
    {
        if (ticket.Length > Longest || _revoked.ContainsKey(ticket))
            return null;
        if (!_seen.TryGetValue(ticket, out var known))
        {
            if (Read(ticket) is not { } read)
                return null;
            if (_seen.Count > 10_000)
                _seen.Clear();
            _seen[ticket] = known = read;
        }

        return _clock.GetUtcNow() < known.Until && (known.Person is null || (await _people.Find(known.Caller.Name))?.Id == known.Person) ? known.Caller : null;
    }

    private Known? Read(string ticket)
    {
        if (ticket.Split('.') is not [var bodyText, var macText] || !Base64Url.IsValid(bodyText) || !Base64Url.IsValid(macText))
            return null;
        var bytes = Base64Url.DecodeFromChars(bodyText);
        if (!CryptographicOperations.FixedTimeEquals(Sign(bytes), Base64Url.DecodeFromChars(macText)) || Parse(bytes) is not { } body)
            return null;
        var caller = new Caller(body.Name, body.Scopes, body.Personal, body.Role, body.Area is null ? null : AreaId.Parse(body.Area));
        return new Known(caller, body.Person, DateTimeOffset.FromUnixTimeSeconds(body.Until));
    }

    // Tickets of an earlier version had another form under the same key.
    private static Body? Parse(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<Body>(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private byte[] Sign(byte[] body) => HMACSHA256.HashData(_key, body);
}
