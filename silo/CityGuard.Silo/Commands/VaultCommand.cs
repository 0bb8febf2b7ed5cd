using System.CommandLine;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Storage;
using CityGuard.Storage.AzureTables;
using CityGuard.Storage.Reading;
using CityGuard.Storage.Vault;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard vault</c>, and <c>erase ID</c> in it: destroys the personal data of one matter, under whichever ids it was handed over.</summary>
internal static class VaultCommand
{
    public static Command Create() => new("vault", "Personal data.") { Erase(), VaultCopyCommand.Create() };

    private static Command Erase()
    {
        var subject = new Argument<string>("id") { Description = "Incident i-..., or grid event or ticket g-...; what it was handed over from or to is erased with it." };
        var command = new Command("erase", "Destroys the keys and the texts of an incident or a ticket; the journal stays whole.") { subject };
        var store = StoreOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var id = parsed.GetRequiredValue(subject);
            if (!IncidentId.TryParse(id, out _) && !GridEventId.TryParse(id, out _))
                throw new CommandException(ExitCodes.Input, $"'{id}' is not the id of an incident or a ticket.");
            var (isKnown, erased) = await (store.IsCluster(parsed) ? InCluster(await store.ExistingTables(parsed, cancel), id, cancel) : InFolder(store.Folder(parsed).Existing(), id, cancel));
            if (erased.Count == 0 && !isKnown)
                throw new CommandException(ExitCodes.Input, $"neither journal nor vault know {id}.");
            // Whoever asks again, since an answer was lost or an erasure was not finished, has done nothing wrong.
            Console.WriteLine(erased.Count > 0 ? $"erased {string.Join(", ", erased)}" : $"nothing is kept of {id}, and nothing will be");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<(bool IsKnown, List<string> Erased)> InFolder(DataFolder folder, string id, CancellationToken cancel)
    {
        using var journal = JournalReader.Open(folder);
        await using var vault = SqliteVault.Open(folder);
        return await Erase(vault, name => Task.FromResult(journal.First(name)), id, cancel);
    }

    private static Task<(bool IsKnown, List<string> Erased)> InCluster(TableStore tables, string id, CancellationToken cancel)
        => Erase(tables.Vault, async name => await tables.Journal.Read(name, 0, cancel) is [var first, ..] ? first : null, id, cancel);

    /// <summary>From the first on: what is erased already cannot be handed on any more.</summary>
    private static async Task<(bool IsKnown, List<string> Erased)> Erase(IVault vault, Func<string, Task<StoredEntry?>> journal, string id, CancellationToken cancel)
    {
        var erased = new List<string>();
        foreach (var one in await Lineage.Of(journal, id))
            if (await vault.Erase(Lineage.VaultName(one), cancel))
                erased.Add(one);
        return (await journal(id) is not null, erased);
    }
}
