using System.Xml.Linq;
using CityGuard.Storage.Secrets;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CityGuard.Silo.Security;

/// <summary>The keys that protect cookies, among the other secrets: a cookie of one node of a cluster is good at every other. Asked for at the start and once in weeks, so it may wait.</summary>
internal sealed class CookieKeys(ISecretFiles files) : IXmlRepository
{
    private const string Folder = "cookies", Ending = ".xml";

    public IReadOnlyCollection<XElement> GetAllElements() => All().GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName)
        => files.TryWriteNew(Folder, friendlyName + Ending, System.Text.Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting))).AsTask().GetAwaiter().GetResult();

    private async Task<IReadOnlyCollection<XElement>> All()
    {
        var elements = new List<XElement>();
        foreach (var name in await files.List(Folder).ConfigureAwait(false))
            if (name.EndsWith(Ending, StringComparison.Ordinal) && await files.Read(Folder, name).ConfigureAwait(false) is { } bytes)
                elements.Add(XElement.Parse(System.Text.Encoding.UTF8.GetString(bytes)));
        return elements;
    }
}
