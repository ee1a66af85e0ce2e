using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Accounts;
using Rounds.Features.Topics;

namespace Rounds.Features.Import;

/// <summary>
/// The people of a file. They become placeholders: a name without a way to sign in. A name in a file never speaks for
/// somebody's account, unless that person is on the topic anyway.
/// </summary>
public sealed class ImportedPeople(RoundsDb db, TimeProvider clock)
{
    private readonly Dictionary<string, User> _byName = new(StringComparer.Ordinal);

    public User Named(string name) => _byName[name];

    /// <summary>Finds or makes everybody at once; saved with the next save.</summary>
    public async Task MeetAsync(IReadOnlyCollection<string> names, long topicId, CancellationToken cancel)
    {
        foreach (var some in names.Distinct().Chunk(500))
        {
            var found = await db.Users
                .Where(u => some.Contains(u.DisplayName) && (u.IsPlaceholder || db.TopicMembers.Any(m => m.TopicId == topicId && m.UserId == u.Id)))
                .OrderBy(u => u.IsPlaceholder).ThenBy(u => u.Id)
                .ToListAsync(cancel);
            foreach (var user in found)
            {
                _byName.TryAdd(user.DisplayName, user);
            }

            foreach (var name in some.Where(n => !_byName.ContainsKey(n)))
            {
                var user = Placeholder.Make(name, await Placeholder.FreeHandleAsync(db, name, cancel), clock.GetUtcNow());
                db.Users.Add(user);
                await db.SaveChangesAsync(cancel);
                _byName.Add(name, user);
            }
        }
    }

    /// <summary>Puts somebody on the topic who is not yet; a role that is there is never changed.</summary>
    public async Task JoinAsync(long topicId, IReadOnlyCollection<(string Name, TopicRole Role)> people, CancellationToken cancel)
    {
        var members = await db.TopicMembers.Where(m => m.TopicId == topicId).Select(m => m.UserId).ToHashSetAsync(cancel);
        foreach (var (name, role) in people)
        {
            var user = Named(name);
            if (members.Add(user.Id))
            {
                db.TopicMembers.Add(new TopicMember(topicId, user.Id, role, clock.GetUtcNow()));
            }
        }
    }
}
