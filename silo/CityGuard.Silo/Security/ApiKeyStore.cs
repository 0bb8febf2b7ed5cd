using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Storage.Secrets;

namespace CityGuard.Silo.Security;

/// <summary>What is kept of a key: never the key itself.</summary>
/// <param name="Area">Commands only what lies in this area; null: anything.</param>
internal sealed record ApiKeyRecord(string Name, Scope Scopes, bool SeesPersonalData, DateTimeOffset CreatedAt, string? Area = null);

/// <summary>
/// API keys by their hashes, as secrets that another process can add or revoke while the city runs. A miss is looked up; a hit is believed for
/// five seconds.
/// </summary>
internal sealed class ApiKeyStore(ISecretFiles files, TimeProvider clock)
{
    public const string Folder = "keys";
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (Caller Caller, long Since)> _seen = new();

    public async Task<string> Add(string name, Scope scopes, bool personal, string? area = null)
    {
        if (name.Length is 0 or > 60)
            throw new Commands.CommandException(Commands.ExitCodes.Input, "--name takes 1 to 60 characters.");
        var key = "cg_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var record = new ApiKeyRecord(name, scopes, personal, clock.GetUtcNow(), area);
        await files.TryWriteNew(Folder, SecretName.Of(key), JsonSerializer.SerializeToUtf8Bytes(record));
        return key;
    }

    public async ValueTask<Caller?> Find(string key)
    {
        if (key.Length is < 20 or > 100)
            return null;
        var name = SecretName.Of(key);
        if (_seen.TryGetValue(name, out var hit) && clock.GetElapsedTime(hit.Since) < Believed)
            return hit.Caller;
        _seen.TryRemove(name, out _);
        if (await Read(name) is not { } record)
            return null;
        var caller = new Caller(record.Name, record.Scopes, record.SeesPersonalData, Area: record.Area is null ? null : AreaId.Parse(record.Area));
        _seen[name] = (caller, clock.GetTimestamp());
        return caller;
    }

    public async Task<IReadOnlyList<ApiKeyRecord>> List() => [.. (await All()).Select(r => r.Record).OrderBy(r => r.Name, StringComparer.Ordinal)];

    public async Task<int> Revoke(string name)
    {
        var ended = 0;
        foreach (var (file, record) in await All())
            if (record.Name == name && await files.Delete(Folder, file))
                ended++;
        return ended;
    }

    private async Task<List<(string File, ApiKeyRecord Record)>> All()
    {
        var all = new List<(string, ApiKeyRecord)>();
        foreach (var name in await files.List(Folder))
            if (SecretName.IsOne(name) && await Read(name) is { } record)
                all.Add((name, record));
        return all;
    }

    private async ValueTask<ApiKeyRecord?> Read(string name) => SecretName.Parse<ApiKeyRecord>(await files.Read(Folder, name));
}
