namespace CityGuard.Web.Resources;

/// <summary>Names the table of texts: <c>Resources/Text.*.resx</c>, embedded under this type's name.</summary>
public sealed class Text;
