using CityGuard.Abstractions.Posts;
using CityGuard.Domain.Incidents;

namespace CityGuard.Grains.Incidents;

/// <summary>A command post as others see it.</summary>
internal static class PostPictures
{
    /// <summary>How many of the newest entries a view holds.</summary>
    public const int NotesShown = 100;

    public static PostView View(IncidentCourse course, IncidentId id, long version, DateTimeOffset now, IReadOnlyList<PostNote> newest, string?[] texts)
    {
        var post = course.Post!;
        return new PostView(
            id, version, post.OpenedAt, post.By, post.Why, post.StoodDownBy, post.StoodDownAt,
            [.. post.Checklist.Select(line => new ChecklistView(
                line.Item.Id, line.Item.Text, line.Item.Owner, line.Due, line.DoneBy, line.DoneAt, (line.DoneAt ?? post.StoodDownAt ?? now) > line.Due))],
            [.. course.Assignments.Where(a => a.IsActive).Select(a => new PinView(a.Op, a.Responder, a.Role, post.Pins(a.Op)))],
            [.. newest.Select((note, i) => new NoteView(note.Desk, note.By, note.At, texts[i]))],
            post.Notes.Count);
    }
}
