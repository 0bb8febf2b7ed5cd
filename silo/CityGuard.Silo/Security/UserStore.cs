using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityGuard.Domain.People;
using CityGuard.Storage.Secrets;

namespace CityGuard.Silo.Security;

/// <summary>A person who may sign in.</summary>
/// <param name="Id">Random: a person who is removed and registered again is another one, and old tickets stay worthless.</param>
/// <param name="Area">Area id; the person commands what lies in it.</param>
internal sealed record UserRecord(
    string Id, string Name, [property: JsonConverter(typeof(JsonStringEnumConverter<PersonRole>))] PersonRole Role, string Area, DateTimeOffset CreatedAt);

/// <summary>
/// People by the hashes of their names, so that there is never a second of a name; secrets that another process can add or remove while the
/// city runs. Looked up at every check, so that a removal counts at the next one, in a cluster within five seconds.
/// </summary>
internal sealed class UserStore(ISecretFiles files, TimeProvider clock)
{
    private const string Folder = "users";

    /// <summary>Registers a person; null when there is one of that name already.</summary>
    public async Task<UserRecord?> Add(string name, PersonRole role, string area)
    {
        var record = new UserRecord(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), name, role, area, clock.GetUtcNow());
        return await files.TryWriteNew(Folder, FileOf(name), JsonSerializer.SerializeToUtf8Bytes(record)) ? record : null;
    }

    public async ValueTask<UserRecord?> Find(string name) => SecretName.Parse<UserRecord>(await files.Read(Folder, FileOf(name)));

    public async Task<IReadOnlyList<UserRecord>> List()
    {
        var people = new List<UserRecord>();
        foreach (var name in await files.List(Folder))
            if (SecretName.IsOne(name) && SecretName.Parse<UserRecord>(await files.Read(Folder, name)) is { } record)
                people.Add(record);
        return [.. people.OrderBy(r => r.Name, StringComparer.Ordinal)];
    }

    public ValueTask<bool> Remove(string name) => files.Delete(Folder, FileOf(name));

    // Names that people would take for the same are the same.
    private static string FileOf(string name) => SecretName.Of(name.Normalize(NormalizationForm.FormKC).ToUpperInvariant());
}
