using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;

namespace CityGuard.Silo.Security;

/// <summary>What is kept of a key: never the key itself.</summary>
/// <param name="Area">Commands only what lies in this area; null: anything.</param>
internal sealed record ApiKeyRecord(string Name, Scope Scopes, bool SeesPersonalData, DateTimeOffset CreatedAt, string? Area = null);

/// <summary>
/// API keys as files <c>D/keys/HASH.json</c>, written by atomic rename, so that another process can add or revoke while the city runs.
/// A miss is looked up on disk; a hit is believed for five seconds.
/// </summary>
internal sealed class ApiKeyStore(string dataFolder, TimeProvider clock)
{
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);
    private readonly string _folder = Path.Combine(dataFolder, "keys");
    private readonly ConcurrentDictionary<string, (Caller Caller, long Since)> _seen = new();

    public string Add(string name, Scope scopes, bool personal, string? area = null)
    {
        if (name.Length is 0 or > 60)
            throw new Commands.CommandException(Commands.ExitCodes.Input, "--name takes 1 to 60 characters.");
        PrivateFolder.Create(_folder);
        var key = "cg_" + Base64Url(RandomNumberGenerator.GetBytes(32));
        var record = new ApiKeyRecord(name, scopes, personal, clock.GetUtcNow(), area);
        PrivateFolder.WriteAtomically(PathOf(key), JsonSerializer.SerializeToUtf8Bytes(record));
        return key;
    }

    public Caller? Find(string key)
    {
        if (key.Length is < 20 or > 100)
            return null;
        var path = PathOf(key);
        if (_seen.TryGetValue(path, out var hit) && clock.GetElapsedTime(hit.Since) < Believed)
            return hit.Caller;
        _seen.TryRemove(path, out _);
        if (Read(path) is not { } record)
            return null;
        var caller = new Caller(record.Name, record.Scopes, record.SeesPersonalData, Area: record.Area is null ? null : AreaId.Parse(record.Area));
        _seen[path] = (caller, clock.GetTimestamp());
        return caller;
    }

    public IReadOnlyList<ApiKeyRecord> List() => [.. Files().Select(Read).OfType<ApiKeyRecord>().OrderBy(r => r.Name, StringComparer.Ordinal)];

    public int Revoke(string name)
    {
        var mine = Files().Where(f => Read(f)?.Name == name).ToList();
        mine.ForEach(File.Delete);
        return mine.Count;
    }

    private IEnumerable<string> Files() => Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder, "*.json") : [];

    private static ApiKeyRecord? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ApiKeyRecord>(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    private string PathOf(string key) => Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))) + ".json");

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
